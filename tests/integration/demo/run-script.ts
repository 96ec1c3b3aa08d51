import { execFile } from "node:child_process";
import path from "node:path";
import type { Ended } from "../../unit/cli/run-here";

const ROOT = path.resolve(import.meta.dirname, "../../..");

/** Runs one of our scripts as a process of its own, as `npm run` does, with these variables beside PATH. */
export function runScript(script: string, args: readonly string[], variables: Readonly<Record<string, string>>, input = ""): Promise<Ended> {
  const env = { NODE_ENV: "production" as const, PATH: process.env.PATH, TSX_TSCONFIG_PATH: path.join(ROOT, "tsconfig.json"), ...variables };
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      ["--conditions=react-server", "--import", "tsx", script, ...args],
      { cwd: ROOT, env, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => done({ exitCode: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}
