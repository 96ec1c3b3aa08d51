import { expect, test } from "vitest";
import { uploadAddress } from "@/components/measure/upload-address";
import { formatFieldOf, headerFor, saysFormat } from "@/components/measure/upload-settings";
import { FileFormat } from "@/lib/import/file-format";

test("a file nobody said anything of fills in nothing", () => {
  const format = FileFormat.parse({});
  expect(saysFormat(format)).toBe(false);
  expect(formatFieldOf(format, "decimal")).toBe("");
  expect(headerFor(format, "units")).toBe("");
});

test("what was said of a file is what the form says again", () => {
  const said = { delimiter: "\t", decimal: ",", dateFormat: "DD.MM.YYYY", defaultCurrency: "EUR", mapping: { Menge: "units" } } as const;
  const format = FileFormat.parse({ ...said, mapping: { ...said.mapping, Notiz: null } });
  expect(saysFormat(format)).toBe(true);
  const form = new FormData();
  for (const field of ["encoding", "delimiter", "decimal", "dateFormat", "defaultCurrency"] as const) form.set(field, formatFieldOf(format, field));
  form.set("column.units", headerFor(format, "units"));
  const sent = new URL(uploadAddress("pos", "again.csv", form), "http://here.invalid").searchParams.get("format");
  expect(JSON.parse(sent ?? "")).toEqual(said);
});
