import { describe, expect, test } from "vitest";
import { matchHeader } from "@/lib/import/match-header";
import { readText } from "./read-file";

const required = ["partner_code", "sku", "sale_date", "units", "net_amount"];
const columns = (headers: string[], mapping?: Record<string, string | null>) => matchHeader("pos", headers, 1, mapping).map((it) => it.column);

describe("matchHeader", () => {
  test.each([["Partner Code"], ["PARTNER_CODE"], ["partnercode"], [" Partner-Code "], ["Distributor"]])("knows %s as partner_code", (header) => {
    expect(columns([header, ...required.slice(1)])).toEqual(required);
  });

  test("prefers a column's own name to an alias of it, and ignores the alias", () => {
    expect(columns([...required, "product code", "line"])).toEqual([...required, null, null]);
  });

  test("does as the mapping says, and matches by name what it does not mention", () => {
    expect(
      columns(["reseller key", "sku", "sale_date", "units", "Sales", "net_amount"], {
        "Reseller Key": "partner_code",
        sales: "net_amount",
        net_amount: null,
      }),
    ).toEqual(["partner_code", "sku", "sale_date", "units", "net_amount", null]);
  });

  test("lets a repeated header pass when the mapping ignores it", () => {
    expect(columns([...required, "note", "note"], { note: null })).toEqual([...required, null, null]);
  });

  test("does not take a header of an ignored file column as our column", () => {
    expect(columns([...required, "currency"], { currency: null })).toEqual([...required, null]);
  });

  test.each([
    ["unknown_mapping_target", required, { sku: "toString" }],
    ["unknown_mapping_target", required, { sku: "attr.color" }],
    ["mapped_header_missing", required, { Gross: "net_amount" }],
    ["column_given_twice", [...required, "Code"], { Code: "sku", sku: "sku" }],
    ["column_given_twice", ["distributor", "partner", ...required.slice(1)], undefined],
    ["missing_columns", required.slice(1), undefined],
    ["duplicate_header", [...required, "note", "note"], undefined],
  ])("refuses with %s", (code, headers, mapping) => {
    expect(() => columns(headers, mapping)).toThrow(expect.objectContaining({ name: "ImportFileError", code }));
  });

  test("says which headers a file has when a required column is missing", async () => {
    const { error } = await readText("pos", "Partner,Item\nP1,BK-1\n");
    expect(error?.message).toBe(
      "Line 1: The header has no column for sku, sale_date, units, net_amount. Add it, or map one of the file's own headers to it: Partner, Item.",
    );
  });
});
