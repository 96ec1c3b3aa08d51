// Several commands may use one embedded server (`npm start` beside `npm run dev`): each says so with a file named after its
// process, and the last one to go stops the server. A process that was killed no longer counts.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { exclusively, isAlive } from "../setup/exclusive.mjs";
import { isServing, startServer, stopServer } from "./server.mjs";

const KEEP = "keep"; // `npm run db:start`: stays up until `npm run db:stop`
const usersDir = (home) => path.join(home, "postgres-users");
const userFile = (home, user) => path.join(usersDir(home), String(user));
const underLock = (home, work) => exclusively(path.join(home, "postgres.lock"), work);

/** Starts the server unless it runs, and keeps it up until `release()` or the end of this process. */
export async function holdServer(home, options = {}) {
  const server = await underLock(home, () => {
    addUser(home, process.pid);
    return startServer(home, options);
  });
  /** Starts the server again when it died. True when it had to. */
  const heal = () =>
    underLock(home, async () => {
      if (isServing(home)) return false;
      await startServer(home, options);
      return true;
    });
  return { ...server, release: () => releaseServer(home), heal };
}

/** This process no longer needs the server; the last one stops it. Harmless when it never held it. */
export function releaseServer(home) {
  return underLock(home, () => {
    rmSync(userFile(home, process.pid), { force: true });
    if (users(home).length === 0) stopServer(home);
  });
}

/** Starts the server and leaves it up. */
export function keepServer(home) {
  return underLock(home, () => {
    addUser(home, KEEP);
    return startServer(home);
  });
}

/** Stops the server. False when it was not running. Throws while another command uses it. */
export function stopKeptServer(home) {
  return underLock(home, () => {
    rmSync(userFile(home, KEEP), { force: true });
    const others = users(home);
    if (others.length > 0) throw new Error(`PostgreSQL is in use by process ${others.join(", ")}. Stop that first (Ctrl-C there).`);
    return stopServer(home);
  });
}

function addUser(home, user) {
  mkdirSync(usersDir(home), { recursive: true });
  writeFileSync(userFile(home, user), "");
}

function users(home) {
  const named = existsSync(usersDir(home)) ? readdirSync(usersDir(home)) : [];
  const gone = named.filter((name) => name !== KEEP && !isAlive(Number(name)));
  for (const name of gone) rmSync(userFile(home, name), { force: true });
  return named.filter((name) => !gone.includes(name));
}
