import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** One of our scripts, running as a process of its own as `npm run` would start it. */
export type ScriptProcess = {
  readonly child: ChildProcess;
  /** What it wrote to standard output, once it has ended. @throws Error with its standard error when it failed */
  readonly output: () => Promise<string>;
  /** kill -9. */
  readonly kill: () => Promise<void>;
};

export function startScript(script: string, args: readonly string[], variables: Readonly<Record<string, string>>): ScriptProcess {
  const env = { NODE_ENV: "test" as const, PATH: process.env.PATH, TSX_TSCONFIG_PATH: path.join(ROOT, "tsconfig.json"), ...variables };
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", script, ...args], { cwd: ROOT, env });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (data) => {
    stdout += data;
  });
  child.stderr.on("data", (data) => {
    stderr += data;
  });
  const ended = once(child, "close");
  return {
    child,
    output: async () => {
      await ended;
      if (child.exitCode !== 0) throw new Error(`${script} ended with ${child.exitCode ?? child.signalCode}: ${stderr}`);
      return stdout;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Asks again until the answer is yes. @throws Error after `seconds`, naming what was waited for */
export async function until(what: string, isSo: () => Promise<boolean>, seconds = 60): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  while (!(await isSo())) if (performance.now() > deadline) throw new Error(`${what}: not within ${seconds} s`);
}
