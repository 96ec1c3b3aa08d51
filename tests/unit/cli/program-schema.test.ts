import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { programJsonSchema } from "@/lib/domain/define/program-json-schema";

test("docs/program.schema.json is the schema of today (node scripts/run-ts.mjs scripts/write-program-schema.ts writes it)", async () => {
  expect(await readFile("docs/program.schema.json", "utf8")).toBe(`${JSON.stringify(programJsonSchema(), null, 2)}\n`);
});
