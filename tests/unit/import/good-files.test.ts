import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { FileFormat } from "@/lib/import/file-format";
import type { ImportKind } from "@/lib/import/import-kind";
import { chunked, readAll } from "./read-file";

function read<Kind extends ImportKind>(kind: Kind, name: string, format: Partial<FileFormat> = {}) {
  return readAll(kind, chunked(readFileSync(new URL(`./ok/${name}.csv`, import.meta.url))), format);
}

const sale = { currency: null, region_code: null, document: null, document_line: null, end_customer: null, segment: null };

describe("readRows", () => {
  test("reads POS lines and returns exactly, four decimals and all", async () => {
    const file = await read("pos", "pos-plain");
    expect(file).toMatchObject({ error: null, rejected: [], ignored: 0, read: 2, encoding: null });
    expect(file.rows).toEqual([
      { line: 2, row: { ...sale, partner_code: "P1", sku: "BK-1", sale_date: "2024-01-31", units: 2, net_amount: 105_000 } },
      { line: 3, row: { ...sale, partner_code: "P2", sku: "BK-2", sale_date: "2024-02-29", units: -1, net_amount: -49_940 } },
    ]);
  });

  test("leaves the UTF-8 byte order mark out of the first header", async () => {
    const file = await read("pos", "pos-utf8-bom", { encoding: "windows-1252" });
    expect(file.rows[0]?.row).toMatchObject({ partner_code: "P1", end_customer: "Müller & Söhne" });
    expect(file.encoding).toBe("utf-8");
  });

  test("reads a German Windows-1252 export with semicolons, decimal commas and dotted dates", async () => {
    const file = await read("pos", "pos-windows-1252-german", { decimal: ",", dateFormat: "DD.MM.YYYY", defaultCurrency: "EUR" });
    expect(file).toMatchObject({ error: null, rejected: [], encoding: "windows-1252", header: { delimiter: ";" } });
    expect(file.rows.map(({ row }) => row)).toEqual([
      {
        ...sale,
        partner_code: "P1",
        sku: "BK-1",
        sale_date: "2024-01-31",
        units: 1200,
        net_amount: 12_345_000,
        currency: "EUR",
        end_customer: "Müller – 5 €",
      },
      { ...sale, partner_code: "P1", sku: "BK-1", sale_date: "2024-02-01", units: -3, net_amount: -72_500, currency: "EUR", end_customer: "Øst" },
    ]);
  });

  test("reads a tab-separated US export by the aliases of its headers", async () => {
    const file = await read("pos", "pos-us-dates-tab", { dateFormat: "MM/DD/YYYY" });
    expect(file.rows[0]?.row).toEqual({
      ...sale,
      partner_code: "P1",
      sku: "BK-1",
      sale_date: "2024-01-31",
      units: 2,
      net_amount: 12_345_000,
      currency: "USD",
    });
  });

  test("counts physical lines through quoted line breaks and blank lines, and lists ignored headers", async () => {
    const file = await read("pos", "pos-quoted-line-breaks");
    expect(file.rows.map(({ line, row }) => [line, row.partner_code])).toEqual([
      [2, "P1"],
      [5, "P2"],
      [6, "P3"],
    ]);
    expect(file).toMatchObject({ ignored: 1, read: 4, rejected: [] });
    expect(file.header?.columns[0]).toEqual({ header: "note", column: null });
  });

  test("forgives the empty cells that spreadsheets leave behind the last column", async () => {
    expect(await read("pos", "pos-trailing-delimiters")).toMatchObject({ rejected: [], ignored: 1, read: 4, error: null });
  });

  test("takes attr. columns as attributes typed by their look, and says nothing of columns that are not there", async () => {
    const file = await read("partners", "partners-attributes");
    expect(file.rows.map(({ row }) => row)).toEqual([
      {
        code: "P1",
        name: "A Bike Store",
        region_code: "NW",
        enrolled_on: "2011-03-01",
        attributes: { business_type: "Reseller", employees: 12, exclusive: true, postal_code: "01099" },
      },
      expect.objectContaining({
        code: "P2",
        enrolled_on: null,
        attributes: { business_type: null, employees: null, exclusive: null, postal_code: null },
      }),
    ]);
  });

  test("reads opportunities, open ones without a closing day", async () => {
    const { rows } = await read("opportunities", "opportunities");
    expect(rows.map(({ row }) => [row.status, row.origin, row.amount, row.closed_on])).toEqual([
      ["open", "sourced", 480_000_000, null],
      ["won", "influenced", 15_000, "2024-03-01"],
    ]);
  });

  test("reads certifications, observations, regions and products", async () => {
    const [certifications, observations, regions, products] = await Promise.all([
      read("certifications", "certifications"),
      read("observations", "observations"),
      read("regions", "regions"),
      read("products", "products"),
    ]);
    expect(certifications.rows.map(({ row }) => [row.person, row.level, row.expires_on])).toEqual([
      ["Ana Ruiz", 2, "2025-05-01"],
      ["P-7", 9, null],
    ]);
    expect(observations.rows.map(({ row }) => row.value)).toEqual([97.5, -0.001]);
    expect(regions.rows.map(({ row }) => row)).toEqual([
      { code: "US", name: "United States", parent_code: null, weight: null },
      { code: "NW", name: "Northwest", parent_code: "US", weight: 12_345_678.5 },
    ]);
    expect(products.rows[0]?.row.name).toBe("Mountain-100 Silver, 38");
  });
});
