import { expect, test } from "vitest";
import { ImportKind } from "@/lib/import/import-kind";
import { templateFile } from "@/lib/import/template-file";
import { readText } from "./read-file";

test.each(ImportKind.options)("the template of %s is read without a mapping or an error", async (kind) => {
  expect(await readText(kind, templateFile(kind))).toMatchObject({ error: null, rejected: [], rows: [{ line: 2 }] });
});

test("the template of partners shows what an attribute looks like", () => {
  expect(templateFile("partners")).toContain("attr.employees");
});
