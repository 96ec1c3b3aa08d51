import { beforeAll, describe, expect, test } from "vitest";
import type { ImportRow } from "@/lib/import/kind-definitions";
import expected from "@/prisma/demo/adventureworks/expected.json";
import { adventureworksCsv } from "@/prisma/demo/adventureworks-files";
import { readDemoFile } from "./read-demo-file";

let regions: ImportRow["regions"][];
let products: ImportRow["products"][];
let partners: ImportRow["partners"][];
let pos: ImportRow["pos"][];

beforeAll(async () => {
  regions = await readDemoFile("regions", await adventureworksCsv("regions"));
  products = await readDemoFile("products", await adventureworksCsv("products"));
  partners = await readDemoFile("partners", await adventureworksCsv("partners"));
  pos = await readDemoFile("pos", await adventureworksCsv("pos"));
});

describe("the AdventureWorks files", () => {
  test("have as many lines and resellers as published", () => {
    expect({
      lines: pos.length,
      resellers: partners.length,
      resellersWithSales: new Set(pos.map((line) => line.partner_code)).size,
    }).toEqual({ lines: expected.total.lines, resellers: expected.total.resellers, resellersWithSales: expected.total.resellersWithSales });
  });

  test("add up to the published sales amount to the last of its four decimals", () => {
    const total = pos.reduce((sum, line) => sum + line.net_amount, 0);
    expect(total).toBe(Number(expected.total.salesAmount.replace(".", "")));
  });

  test("add up to the published amounts by business type and category", () => {
    const typeOf = new Map(partners.map((partner) => [partner.code, partner.type ?? ""]));
    const categoryOf = new Map(products.map((product) => [product.sku, product.category_code]));
    const sums = amounts(pos, (line) => {
      const type = typeOf.get(line.partner_code) ?? "";
      const category = categoryOf.get(line.sku) ?? "";
      return [`${type}/${category}`, `${type}/all`, `all/${category}`, "all/all"];
    });
    const published = Object.entries(expected.byTypeAndCategory.rows).flatMap(([type, row]) =>
      Object.entries(row).map(([category, amount]) => [`${type}/${category}`, amount]),
    );
    expect(sums).toEqual(Object.fromEntries(published));
  });

  test("add up to the published amounts by country", () => {
    const parentOf = new Map(regions.map((region) => [region.code, region.parent_code ?? ""]));
    const countries = new Set(Object.keys(expected.byCountry.rows));
    const countryOf = (code: string): string => (countries.has(code) || code === "" ? code : countryOf(parentOf.get(code) ?? ""));
    expect(amounts(pos, (line) => [countryOf(line.region_code ?? "")])).toEqual(expected.byCountry.rows);
  });

  test("add up to the published amounts and ordering resellers by month", () => {
    const sums = amounts(pos, (line) => [line.sale_date.slice(0, 7)]);
    const resellers = new Map<string, Set<string>>();
    for (const line of pos) {
      const month = line.sale_date.slice(0, 7);
      resellers.set(month, (resellers.get(month) ?? new Set()).add(line.partner_code));
    }
    const months = Object.entries(sums).map(([month, salesAmount]) => [month, { salesAmount, resellers: resellers.get(month)?.size }]);
    expect(Object.fromEntries(months)).toEqual(expected.byMonth.rows);
  });

  test("weigh the states as the census of 2010 counted them, and every other region that has none below it", () => {
    const states = regions.filter(({ code }) => code.startsWith("US-"));
    expect(states.length).toBe(51);
    expect(states.reduce((sum, { weight }) => sum + (weight ?? 0), 0)).toBe(308_745_538);
    const parents = new Set(regions.map((region) => region.parent_code));
    expect(regions.filter(({ code, weight }) => parents.has(code) === (typeof weight === "number"))).toEqual([]);
  });

  test("put every partner and every sale into a region that has none below it, each sale into its partner's", () => {
    const parents = new Set(regions.map((region) => region.parent_code));
    const regionOf = new Map(partners.map((partner) => [partner.code, partner.region_code]));
    expect(partners.filter(({ region_code }) => parents.has(region_code))).toEqual([]);
    expect(pos.filter((line) => line.region_code !== regionOf.get(line.partner_code))).toEqual([]);
  });

  test("refer only to partners, SKUs and regions that they hold", () => {
    const [codes, skus, places] = [
      new Set(partners.map((it) => it.code)),
      new Set(products.map((it) => it.sku)),
      new Set(regions.map((it) => it.code)),
    ];
    const strangers = pos.filter((line) => !codes.has(line.partner_code) || !skus.has(line.sku) || !places.has(line.region_code ?? ""));
    expect(strangers).toEqual([]);
    expect(partners.filter((partner) => !places.has(partner.region_code))).toEqual([]);
    expect(regions.filter((region) => typeof region.parent_code === "string" && !places.has(region.parent_code))).toEqual([]);
  });
});

/** Sums of the lines' amounts in cents, by each of a line's keys. */
function amounts(lines: readonly ImportRow["pos"][], keys: (line: ImportRow["pos"]) => readonly string[]): Record<string, string> {
  const sums = new Map<string, number>();
  for (const line of lines) for (const key of keys(line)) sums.set(key, (sums.get(key) ?? 0) + line.net_amount);
  return Object.fromEntries([...sums].map(([key, sum]) => [key, cents(sum)]));
}

/** Ten-thousandths as text with two decimals, half away from zero. */
function cents(amountE4: number): string {
  const rounded = Math.floor((amountE4 + 50) / 100);
  return `${Math.floor(rounded / 100)}.${String(rounded % 100).padStart(2, "0")}`;
}
