import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { text } from "node:stream/consumers";
import type { Ended } from "../../unit/cli/run-here";

const ROOT = path.resolve(import.meta.dirname, "../../..");

type Variables = Readonly<Record<string, string>>;

/** Starts one of our scripts as a process of its own, as `npm run` does, with these variables beside PATH. */
export function startScript(
  script: string,
  args: readonly string[],
  variables: Variables,
): { child: ChildProcessWithoutNullStreams; ended: Promise<Ended> } {
  const env = { NODE_ENV: "production" as const, PATH: process.env.PATH, TSX_TSCONFIG_PATH: path.join(ROOT, "tsconfig.json"), ...variables };
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", script, ...args], { cwd: ROOT, env });
  const written = Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { child, ended: written.then(([stdout, stderr, [exitCode]]) => ({ exitCode, stdout, stderr })) };
}

/** Runs such a script to its end, with `input` as its standard input. */
export function runScript(script: string, args: readonly string[], variables: Variables, input = ""): Promise<Ended> {
  const { child, ended } = startScript(script, args, variables);
  child.stdin.end(input);
  return ended;
}
