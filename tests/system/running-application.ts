import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { until } from "../support/child-process";

const ROOT = path.resolve(import.meta.dirname, "../..");
const READY_SECONDS = 300;

export type RunningApplication = {
  readonly url: string;
  /** kill -9 of the command, and of the database server that it started. */
  readonly killAll: () => Promise<void>;
  /** Ctrl-C. Answers the exit code. */
  readonly interrupt: () => Promise<number | null>;
};

type Place = { readonly home: string; readonly port: number };

/** The whole of `npm start`, from the build for tests, with a data folder of its own. Resolves when it says that it is ready. */
export async function startApplication({ home, port }: Place): Promise<RunningApplication> {
  const env = environment({ home, port });
  const child = spawn(process.execPath, ["scripts/start.mjs"], { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  const written = writtenBy(child);
  const exited = once(child, "exit");
  await until(
    "npm start is ready",
    async () => {
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${written.text}`);
      return written.text.includes("Tierline is ready") || Promise.race([once(child.stdout ?? child, "data"), exited]).then(() => false);
    },
    READY_SECONDS,
  );
  return {
    url: `http://localhost:${port}`,
    killAll: async () => {
      process.kill(postmaster(home), "SIGKILL");
      child.kill("SIGKILL");
      await exited;
      await until("the web server is gone", async () => !(await answers(port)));
    },
    interrupt: async () => {
      child.kill("SIGINT");
      const [code] = await exited;
      return code;
    },
  };
}

/** A command of the command line, on the same data folder. Answers what it printed. */
export async function tierline(place: Place, ...args: string[]): Promise<string> {
  const command = [path.join("scripts", "run-ts.mjs"), path.join("scripts", "tierline.ts"), ...args];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: ROOT, env: environment(place) });
  return stdout.trim();
}

/** Process of the embedded database server. @throws Error when it is not running */
export function postmaster(home: string): number {
  return Number(readFileSync(path.join(home, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

function environment({ home, port }: Place): NodeJS.ProcessEnv {
  return {
    NODE_ENV: "production",
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    APP_DATA_DIR: home,
    PORT: String(port),
    NEXT_DIST_DIR: ".next-test",
  };
}

function writtenBy(child: ChildProcess): { text: string } {
  const written = { text: "" };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (data) => {
      written.text += data;
    });
  }
  return written;
}

function answers(port: number): Promise<boolean> {
  return fetch(`http://localhost:${port}/api/health/live`).then(
    () => true,
    () => false,
  );
}
