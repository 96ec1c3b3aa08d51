import { expect, test } from "vitest";
import { ImportKind } from "@/lib/import/import-kind";
import { templateFile } from "@/lib/import/template-file";
import { readText } from "./read-file";

test.each(ImportKind.options)("the template of %s is read without a mapping or an error", async (kind) => {
  expect(await readText(kind, templateFile(kind, "EUR"))).toMatchObject({ error: null, rejected: [], rows: [{ line: 2 }] });
});

test("the template of partners shows what an attribute looks like", () => {
  expect(templateFile("partners", "EUR")).toContain("attr.employees");
});

test.each(ImportKind.options)("the template of %s presumes no currency", (kind) => {
  expect(templateFile(kind, "CHF")).not.toMatch(/USD|EUR/);
});

test("the template of POS lines is in the currency it is made for", () => {
  expect(templateFile("pos", "CHF")).toContain(",CHF,");
});
