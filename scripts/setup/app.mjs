// The running application: the web server and the background worker.
import { setTimeout as sleep } from "node:timers/promises";
import { projectRoot } from "../db-url.mjs";
import { NEXT } from "./build.mjs";
import { isListening } from "./ports.mjs";
import { startNode, stopProcesses } from "./processes.mjs";
import { DIE_WITH_PARENT, scriptPath, typescriptArguments } from "./typescript.mjs";

const WORKER = "scripts/worker.ts";
const BACKOFF_MS = { first: 1000, most: 30_000 };
const STEADY_MS = 60_000; // a worker that lived this long starts its backoff anew

async function listening(port, host) {
  while (!(await isListening(port, host))) await sleep(50, undefined, { ref: false });
}

/**
 * Starts both and waits until the web server answers. `say` is told of what happens later; `onWebEnd` is called when the web
 * server ends by itself. `host`: the only address to listen on; undefined for all. `dev`: the development server instead of the build in `distDir`.
 */
export async function startApp({ env, port, host, distDir, dev = false, say, onWebEnd }) {
  let ready = false;
  let stopping = false;
  let worker = null;
  const args = ["--import", DIE_WITH_PARENT, NEXT, dev ? "dev" : "start", "-p", String(port), ...(host ? ["-H", host] : [])];
  const stdio = ["ignore", dev ? "inherit" : "ignore", "inherit", "ipc"]; // a started Next says little but its banner
  const web = startNode(args, { env: { ...env, NEXT_DIST_DIR: distDir }, cwd: projectRoot, stdio });
  const ended = web.ended.then(({ code, signal }) => new Error(`The web server ended by itself (${signal ?? `exit code ${code}`}).`));
  ended.then((error) => {
    if (ready && !web.stopped) onWebEnd(error);
  });
  await Promise.race([listening(port, host), ended.then((error) => Promise.reject(error))]);
  ready = true;
  void keepWorker();

  async function keepWorker() {
    const entry = scriptPath(WORKER);
    let backoff = BACKOFF_MS.first;
    while (entry && !stopping) {
      const since = performance.now();
      worker = startNode(typescriptArguments(entry), { env, cwd: projectRoot, stdio: ["ignore", "inherit", "inherit", "ipc"] });
      const { code, signal } = await worker.ended;
      if (worker.stopped) return;
      worker = null;
      if (performance.now() - since > STEADY_MS) backoff = BACKOFF_MS.first;
      say(`The worker ended (${signal ?? `exit code ${code}`}); starting it again in ${backoff / 1000} s.`);
      await sleep(backoff, undefined, { ref: false });
      backoff = Math.min(backoff * 2, BACKOFF_MS.most);
    }
  }

  return {
    stop() {
      stopping = true;
      return stopProcesses(worker ? [web, worker] : [web]);
    },
  };
}
