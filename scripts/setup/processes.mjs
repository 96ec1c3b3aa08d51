// Child processes that never outlive the command that started them. Each leads its own process group, so that one signal reaches
// everything below it, and so that Ctrl-C in a terminal reaches us alone and we decide the order of the end.
import { spawn } from "node:child_process";

const POSIX = process.platform !== "win32";
const GRACE_MS = 5000;
const ECHO_MS = 1000; // npm repeats the terminal's signal: that is still the first Ctrl-C
const children = new Set();

/** Starts `node <args>`. */
export function startNode(args, { env = {}, stdio = "ignore", cwd } = {}) {
  return start(process.execPath, args, { env, stdio, cwd });
}

function start(file, args, { env, ...options }) {
  const child = spawn(file, args, { detached: POSIX, env: { ...process.env, TIERLINE_STARTER: process.pid, ...env }, ...options });
  children.add(child);
  child.ended = new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 1, signal: null, error }));
    child.once("exit", (code, signal) => resolve({ code, signal }));
  }).finally(() => {
    children.delete(child);
    signalGroup(child, "SIGKILL"); // whatever the leader left behind
  });
  return child;
}

/** Runs `node <args>` to its end: `{ ok, output }`. With `show`, the output goes to the terminal instead. */
export function runNode(args, options = {}) {
  return run(process.execPath, args, options);
}

/** Runs npm itself, the one that runs us when there is one. */
export function runNpm(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith("npm-cli.js")) return runNode([cli, ...args]);
  return run("npm", args, { shell: !POSIX }); // on Windows npm is a batch file
}

async function run(file, args, { env, cwd, shell, show = false } = {}) {
  const child = start(file, args, { env, cwd, shell, stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"] });
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => chunks.push(chunk));
  const { code, error } = await child.ended;
  return { ok: code === 0, output: error ? error.message : Buffer.concat(chunks).toString("utf8").trim() };
}

/** As `runNode`, but a failure is an error that carries the command's own words. */
export async function mustRunNode(what, args, options) {
  const { ok, output } = await runNode(args, options);
  if (!ok) throw new Error(`${what} failed:\n${output}`);
}

/** Asks the children to end, waits, and kills those that do not. */
export async function stopProcesses(list = [...children]) {
  for (const child of list) {
    child.stopped = true; // its end is no surprise to whoever watches it
    signalGroup(child, "SIGTERM");
  }
  const timer = setTimeout(() => killProcesses(list), GRACE_MS);
  await Promise.all(list.map((child) => child.ended));
  clearTimeout(timer);
}

function killProcesses(list = [...children]) {
  for (const child of list) signalGroup(child, "SIGKILL");
}

function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (POSIX) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch (error) {
    if (error.code !== "ESRCH" && error.code !== "EPERM") throw error; // it is gone already
  }
}

/** The first signal runs `cleanUp(signal)`, which ends the process; a second one a moment later kills everything at once. */
export function onInterrupt(cleanUp) {
  let first = null;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (first === null) {
        first = performance.now();
        cleanUp(signal);
      } else if (performance.now() - first > ECHO_MS) {
        killProcesses();
        process.exit(1);
      }
    });
  }
}
