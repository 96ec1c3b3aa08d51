import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ImportFileErrorCode } from "@/lib/import/import-file-error";
import type { ImportKind } from "@/lib/import/import-kind";
import type { RowErrorCode } from "@/lib/import/row-error";
import { chunked, readAll } from "./read-file";

const folder = new URL("./not-ok/", import.meta.url);

const fileFaults: Record<string, { code: ImportFileErrorCode; line: number | null; says: string }> = {
  empty: { code: "empty_file", line: null, says: "The file is empty" },
  "blank-lines-only": { code: "empty_file", line: null, says: "The file is empty" },
  "header-only": { code: "no_rows", line: null, says: "no row of data" },
  "missing-columns": { code: "missing_columns", line: 1, says: "no column for net_amount" },
  "duplicate-header": { code: "duplicate_header", line: 1, says: '"sku" appears more than once' },
  "two-headers-for-one-column": { code: "column_given_twice", line: 1, says: '"SKU" and "sku" both fill the column sku' },
  "too-many-columns": { code: "too_many_columns", line: 1, says: "201 columns; at most 200" },
  "quote-not-closed": { code: "quote_not_closed", line: 3, says: "never closed" },
  "row-over-one-megabyte": { code: "row_too_long", line: 2, says: "longer than 1 MB" },
  "utf-16": { code: "unsupported_encoding", line: null, says: "UTF-16" },
  "utf-16-without-mark": { code: "binary_content", line: 1, says: "not text" },
  "excel-workbook": { code: "binary_content", line: null, says: "Excel workbook" },
  picture: { code: "binary_content", line: null, says: "picture or a PDF" },
  "contradicted-encoding": { code: "contradicted_encoding", line: 3, says: "State the encoding windows-1252" },
};

type RowFault = { kind?: ImportKind; line?: number; column: string | null; value: string; code: RowErrorCode };
const rowFaults: Record<string, RowFault> = {
  "required-empty": { column: "sku", value: "", code: "required" },
  "code-too-long": { column: "sku", value: "x".repeat(65), code: "too_long" },
  "nul-in-code": { column: "sku", value: "BK\u00001", code: "control_character" },
  "line-break-in-code": { column: "sku", value: "BK\n1", code: "control_character" },
  "undefined-windows-1252-byte": { column: "sku", value: "BK\u0081é", code: "control_character" },
  "code-in-exponent-form": { column: "sku", value: "1.23457E+12", code: "damaged_by_spreadsheet" },
  "day-that-does-not-exist": { column: "sale_date", value: "2023-02-29", code: "not_a_date" },
  "date-in-another-format": { column: "sale_date", value: "31/01/2024", code: "not_a_date" },
  "date-with-time": { column: "sale_date", value: "2024-01-31 00:00:00", code: "not_a_date" },
  "year-out-of-range": { column: "sale_date", value: "1989-12-31", code: "out_of_range" },
  "units-with-decimals": { column: "units", value: "2.5", code: "not_an_integer" },
  "units-out-of-range": { column: "units", value: "1000000001", code: "out_of_range" },
  "amount-with-currency-symbol": { column: "net_amount", value: "$10.50", code: "currency_symbol" },
  "amount-with-currency-code": { column: "net_amount", value: "10.50 USD", code: "currency_symbol" },
  "amount-ambiguous-comma": { column: "net_amount", value: "1,23", code: "ambiguous_number" },
  "amount-with-decimal-comma": { column: "net_amount", value: "1.234,50", code: "ambiguous_number" },
  "amount-five-decimals": { column: "net_amount", value: "1.23456", code: "too_many_decimals" },
  "amount-out-of-range": { column: "net_amount", value: "900719925474.0992", code: "out_of_range" },
  "amount-in-exponent-form": { column: "net_amount", value: "1.2E+06", code: "damaged_by_spreadsheet" },
  "amount-not-a-number": { column: "net_amount", value: "n/a", code: "not_a_number" },
  "unquoted-comma": { column: null, value: "", code: "wrong_cell_count" },
  "truncated-row": { column: null, value: "", code: "wrong_cell_count" },
  "stray-quote-swallows-line": { column: "sku", value: '"BK-1,2024-01-31,2,10.50\nP2,"BK-2"', code: "stray_quote" },
  "stray-quote-in-ignored-column": { column: "note", value: '"open\nP2,BK-2,2024-01-31,2,10.50,"other"', code: "stray_quote" },
  "cell-over-64-kb": { column: "note", value: "x".repeat(200), code: "cell_too_long" },
  "currency-not-iso": { column: "currency", value: "Euro", code: "not_a_currency" },
  "status-unknown": { kind: "opportunities", column: "status", value: "pending", code: "not_in_list" },
  "won-without-closed-on": { kind: "opportunities", column: "closed_on", value: "", code: "required" },
  "potential-of-nothing": { kind: "potentials", column: "line_code", value: "", code: "required" },
  "potential-below-zero": { kind: "potentials", column: "amount", value: "-5", code: "out_of_range" },
  "certification-expires-when-earned": { kind: "certifications", column: "expires_on", value: "2023-05-01", code: "dates_out_of_order" },
  "level-out-of-range": { kind: "certifications", column: "level", value: "10", code: "out_of_range" },
  "metric-not-a-key": { kind: "observations", column: "metric", value: "Service SLA", code: "not_a_key" },
  "value-over-15-digits": { kind: "observations", column: "value", value: "0.1234567890123456", code: "out_of_range" },
};

const read = (kind: ImportKind, name: string) => readAll(kind, chunked(readFileSync(new URL(`${name}.csv`, folder))));

test("every faulty fixture is expected here", () => {
  const fixtures = readdirSync(folder).map((name) => name.replace(/\.csv$/, ""));
  expect(fixtures.sort()).toEqual([...Object.keys(fileFaults), ...Object.keys(rowFaults)].sort());
});

describe("a file that cannot be read says what, where and how", () => {
  test.each(Object.entries(fileFaults))("%s", async (name, { code, line, says }) => {
    const { error } = await read("pos", name);
    expect(error).toMatchObject({ code, line });
    expect(error?.message).toContain(says);
  });
});

describe("a row that cannot be read is rejected and the rows around it are kept", () => {
  test.each(Object.entries(rowFaults))("%s", async (name, { kind = "pos", line = 2, ...fault }) => {
    const { rejected, rows, read: count, error } = await read(kind, name);
    expect(error).toBeNull();
    expect(rejected.map((row) => ({ line: row.line, errors: row.errors }))).toEqual([
      { line, errors: [{ ...fault, message: expect.stringMatching(/\.$/) }] },
    ]);
    expect(count).toBe(rows.length + 1);
  });

  test("with every reason found in it", async () => {
    const { rejected } = await readAll("pos", chunked(Buffer.from("partner_code,sku,sale_date,units,net_amount\n,BK-1,today,1.5,10\n")));
    expect(rejected[0]?.errors.map((error) => `${error.column}: ${error.code}`)).toEqual([
      "partner_code: required",
      "sale_date: not_a_date",
      "units: not_an_integer",
    ]);
  });
});
