import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";

const env = { NODE_ENV: "production" as const, PATH: process.env.PATH };
const COMMAND = ["--import", "tsx", "scripts/tierline.ts"];

/** A process of its own, without a database; without --conditions=react-server, too, which importing anything of lib/db needs. */
function tierline(...args: string[]): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [...COMMAND, ...args], { env }, (error, stdout, stderr) =>
      done({ exitCode: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
    );
  });
}

const FILES = ["--program", "docs/examples/program.json", "--metrics", "docs/examples/metrics.csv", "--as-of", "2013-11-30"];

test("evaluating files needs no database, nor the modules that know it", { timeout: 60_000 }, async () => {
  const { exitCode, stdout, stderr } = await tierline("evaluate", ...FILES, "--json");
  expect({ exitCode, stderr, decisions: JSON.parse(stdout).decisions.length }).toEqual({ exitCode: 0, stderr: "", decisions: 5 });
});

test("the process ends with the command's code, and says what is wrong on standard error alone", { timeout: 60_000 }, async () => {
  expect(await tierline("evaluate", "--metrics", "nowhere.csv")).toEqual({
    exitCode: 2,
    stdout: "",
    stderr: "--metrics needs a program as well: --program <file>.\n",
  });
});

test("a reader that has enough, as `head` does, ends the command without a word", { timeout: 60_000 }, async () => {
  const child = spawn(process.execPath, [...COMMAND, "program", "schema"], { env });
  child.stdout.destroy();
  const [stderr, [exitCode]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
});

test("without a database a command says how to get one", { timeout: 60_000 }, async () => {
  expect(await tierline("publish", "1")).toEqual({
    exitCode: 1,
    stdout: "",
    stderr: "There is no database yet. Run `npm start` once, or set DATABASE_URL.\n",
  });
});
