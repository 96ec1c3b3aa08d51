import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../../..");

export type Ended = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/** Runs the command line as a process of its own, in an environment without a database and where lib/db cannot even be imported. */
export function runCli(...args: string[]): Promise<Ended> {
  const env = { NODE_ENV: "production" as const, PATH: process.env.PATH, TSX_TSCONFIG_PATH: path.join(ROOT, "tsconfig.json") };
  return new Promise((done) => {
    // Without --conditions=react-server, which scripts/run-ts.mjs gives, importing a server-only module throws.
    execFile(process.execPath, ["--import", "tsx", "scripts/tierline.ts", ...args], { cwd: ROOT, env }, (error, stdout, stderr) =>
      done({ exitCode: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
    );
  });
}

/** Writes files into a fresh folder and answers their paths under the names given. */
export async function files<Name extends string>(contents: Record<Name, string>): Promise<Record<Name, string>> {
  const folder = await mkdtemp(path.join(tmpdir(), "tierline-cli-"));
  const paths = {} as Record<Name, string>;
  for (const [name, content] of Object.entries<string>(contents)) {
    const file = path.join(folder, name);
    await writeFile(file, content);
    paths[name as Name] = file;
  }
  return paths;
}
