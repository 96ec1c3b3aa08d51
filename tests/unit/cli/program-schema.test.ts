import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { runHere } from "./run-here";

test("docs/program.schema.json is what `program schema` prints (node scripts/run-ts.mjs scripts/write-program-schema.ts writes it)", async () => {
  expect(await runHere(["program", "schema"])).toEqual({ exitCode: 0, stdout: await readFile("docs/program.schema.json", "utf8"), stderr: "" });
});
