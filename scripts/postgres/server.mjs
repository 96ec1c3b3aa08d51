// The embedded PostgreSQL server of one data folder: made on first use, reached on 127.0.0.1 only, with random passwords.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readSettings, settingsFile } from "../db-url.mjs";
import { isAlive } from "../setup/exclusive.mjs";
import { freePort, isListening } from "../setup/ports.mjs";
import { postgresBinaries } from "./binaries.mjs";
import { ensureRolesAndDatabase } from "./roles.mjs";
import { unprivileged } from "./unprivileged.mjs";

const SETTINGS = { shared_buffers: "256MB", work_mem: "64MB", max_wal_size: "2GB", random_page_cost: "1.1", jit: "off" };
// For databases that are thrown away: a crash of the machine may lose them, a crash of a process may not.
const THROW_AWAY = { fsync: "off", full_page_writes: "off", synchronous_commit: "off" };
const START_ATTEMPTS = 5;

const secret = () => randomBytes(24).toString("hex");
const dataDirOf = (home) => path.join(home, "postgres");
const exists = (home) => existsSync(path.join(dataDirOf(home), "PG_VERSION"));

/** Starts the server when it is not running; the first time it makes it. `durable: false` is for tests. */
export async function startServer(home, { durable = true } = {}) {
  const binaries = postgresBinaries();
  const dataDir = dataDirOf(home);
  const runner = unprivileged(binaries, dataDir);
  if (!exists(home)) await initialize(home, binaries, runner);
  let settings = readSettings(home);
  if (!settings)
    throw new Error(
      `${settingsFile(home)} is missing, and with it the passwords of the database in ${dataDir}. Restore it, or move that folder away.`,
    );
  if (!isServing(home) || !(await becomesReachable(home, settings.port))) {
    if (await isListening(settings.port)) {
      settings = { ...settings, port: await freePort() }; // somebody else took our port
      save(home, settings);
    }
    await launch(home, binaries, runner, { ...SETTINGS, ...(durable ? {} : THROW_AWAY), port: settings.port });
  }
  await ensureRolesAndDatabase(settings);
  return { port: settings.port, dataDir };
}

/** Stops the server in order. False when it was not running. */
export function stopServer(home) {
  if (!exists(home) || !isServing(home)) return false;
  const binaries = postgresBinaries();
  return control(binaries, unprivileged(binaries, dataDirOf(home)), home, ["-m", "fast", "-w", "stop"]).status === 0;
}

/** True while the server's process lives. */
export function isServing(home) {
  const file = path.join(dataDirOf(home), "postmaster.pid");
  try {
    return isAlive(Number.parseInt(readFileSync(file, "utf8"), 10));
  } catch (error) {
    if (error.code === "ENOENT") return false;
    throw error;
  }
}

async function initialize(home, binaries, runner) {
  const dataDir = dataDirOf(home);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const settings = { port: await freePort(), passwords: { postgres: secret(), tierline_owner: secret(), tierline_app: secret() } };
  const passwordFile = path.join(tmpdir(), `tierline-${secret()}`);
  writeFileSync(passwordFile, `${settings.passwords.postgres}\n`, { mode: 0o600, flag: "wx" });
  try {
    if (runner.options.uid !== undefined) chownSync(passwordFile, runner.options.uid, runner.options.gid);
    const [file, args] = runner.command(binaries.initdb, [
      ...["-D", dataDir, "-U", "postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "--data-checksums"],
      ...["-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"], // the same order on every system
    ]);
    const made = spawnSync(file, args, { ...runner.options, encoding: "utf8" });
    if (made.status !== 0) throw new Error(`PostgreSQL could not make its database in ${dataDir}: ${made.stderr || made.error?.message}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  save(home, settings);
}

async function launch(home, binaries, runner, settings) {
  const logFile = path.join(dataDirOf(home), "server.log");
  const flags = Object.entries({ listen_addresses: "127.0.0.1", unix_socket_directories: "''", ...settings }).map(
    ([name, value]) => `-c ${name}=${value}`,
  );
  for (let attempt = 1; ; attempt++) {
    if (control(binaries, runner, home, ["-w", "-t", "60", "-l", logFile, "-o", flags.join(" "), "start"]).status === 0) return;
    if (attempt === START_ATTEMPTS) {
      const tail = existsSync(logFile) ? readFileSync(logFile, "utf8").split("\n").slice(-8).join("\n") : "";
      throw new Error(`PostgreSQL did not start. Its log is ${logFile}\n${tail}`);
    }
    await sleep(500); // after a kill -9 the old server's children hold its memory for a moment
  }
}

/** A server that was just killed, or just started, has a process but does not listen: give it time either way. */
async function becomesReachable(home, port) {
  for (let i = 0; i < 100; i++) {
    if (await isListening(port)) return true;
    if (!isServing(home)) return false;
    await sleep(100);
  }
  return false;
}

function control(binaries, runner, home, args) {
  const [file, list] = runner.command(binaries.pgCtl, ["-D", dataDirOf(home), ...args]);
  return spawnSync(file, list, { ...runner.options, stdio: "ignore" });
}

function save(home, settings) {
  writeFileSync(settingsFile(home), JSON.stringify(settings, null, 2), { mode: 0o600 });
}
