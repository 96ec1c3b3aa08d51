#!/usr/bin/env node
// Writes the *.csv.gz beside this file, in Tierline's import format, from the tidy AdventureWorksDW export that README.md describes:
//   node prisma/demo/adventureworks/prepare.mjs <folder of the export>
// Run once; its results are committed. The same source gives the same bytes.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

const source = process.argv[2];
if (!source) {
  console.error("usage: node prisma/demo/adventureworks/prepare.mjs <folder with resellers.csv, products.csv, …>");
  process.exit(2);
}

const GROUPS = { "North America": "north-america", Europe: "europe", Pacific: "pacific" };
const COUNTRIES = { "United States": "US", Canada: "CA", France: "FR", Germany: "DE", Australia: "AU", "United Kingdom": "GB" };
const US_TERRITORIES = { Northwest: "NW", Northeast: "NE", Central: "CENTRAL", Southwest: "SW", Southeast: "SE" };

// Not of the source: README.md says where it comes from.
const inhabitants = parse(readFileSync(path.join(import.meta.dirname, "inhabitants.csv")), { columns: true });
const sales = read("reseller_sales_lines");
const products = read("products");
const productOf = new Map(products.map((product) => [product.product_key, product]));
const territories = read("territories").filter((territory) => territory.region !== "NA");
const territoryOf = new Map(territories.map((territory) => [territory.territory_key, territory]));
const resellerOf = new Map(read("resellers").map((reseller) => [reseller.reseller_key, reseller]));

write("regions", regions());
write("products", finishedOrSold());
write("partners", partners());
write("pos", posLines());

/** World > group > country > territory > state; a country that is one territory has nothing below it. */
function regions() {
  const rows = new Map([["world", { code: "world", name: "World", parent_code: "" }]]);
  for (const { group } of territories) rows.set(GROUPS[group], { code: GROUPS[group], name: group, parent_code: "world" });
  for (const { country, group } of territories) rows.set(COUNTRIES[country], { code: COUNTRIES[country], name: country, parent_code: GROUPS[group] });
  for (const { country, region } of territories) {
    if (region !== country) rows.set(US_TERRITORIES[region], { code: US_TERRITORIES[region], name: region, parent_code: COUNTRIES[country] });
  }
  for (const { code, name, territory } of inhabitants) {
    if (territory !== "") rows.set(code, { code, name, parent_code: US_TERRITORIES[territory] });
  }
  const weights = new Map(inhabitants.map(({ code, inhabitants: weight }) => [code, weight]));
  return [...rows.values()].map((row) => ({ ...row, weight: weights.get(row.code) ?? "" }));
}

/** The state of a reseller in the United States, and the country of any other. Its state must lie in its territory. */
function regionCode({ reseller_code, country_code, state_code, territory_key }) {
  if (country_code !== "US") return country_code;
  const state = inhabitants.find(({ code }) => code === `US-${state_code}`);
  if (state?.territory !== territoryOf.get(territory_key).region) throw new Error(`${reseller_code} in ${state_code} is not of its territory.`);
  return state.code;
}

/** One row per SKU, whatever its versions: they agree in name, category and subcategory. */
function finishedOrSold() {
  const sold = new Set(sales.map((line) => productOf.get(line.product_key).sku));
  const rows = new Map();
  for (const { sku, name, category, subcategory, finished_goods } of products) {
    if (finished_goods !== "1" && !sold.has(sku)) continue;
    const row = { sku, name, line_code: slug(subcategory), line_name: subcategory, category_code: slug(category), category_name: category };
    const earlier = rows.get(sku);
    if (earlier && JSON.stringify(earlier) !== JSON.stringify(row)) throw new Error(`The versions of ${sku} differ in name or category.`);
    if (!category || !subcategory) throw new Error(`${sku} is sold or finished but has no category.`);
    rows.set(sku, row);
  }
  return [...rows.values()].sort((a, b) => (a.sku < b.sku ? -1 : 1));
}

function partners() {
  const firstOrder = new Map();
  for (const { reseller_key, order_date } of sales) {
    const earlier = firstOrder.get(reseller_key);
    if (earlier === undefined || order_date < earlier) firstOrder.set(reseller_key, order_date);
  }
  return [...resellerOf.values()].map((reseller) => ({
    code: reseller.reseller_code,
    name: reseller.name,
    region_code: regionCode(reseller),
    type: reseller.business_type,
    enrolled_on: firstOrder.get(reseller.reseller_key) ?? "",
    segment: reseller.product_line,
    country: reseller.country_code,
    city: reseller.city,
    "attr.state": reseller.state,
    "attr.employees": reseller.employees,
    "attr.annual_sales": reseller.annual_sales,
    "attr.year_opened": reseller.year_opened,
  }));
}

/** Each sale lies in its reseller's region, which loses nothing: its territory is the reseller's. */
function posLines() {
  return sales.map((line) => {
    const reseller = resellerOf.get(line.reseller_key);
    if (line.territory_key !== reseller.territory_key) throw new Error(`${line.order_number} was sold outside of its reseller's territory.`);
    return {
      partner_code: reseller.reseller_code,
      sku: productOf.get(line.product_key).sku,
      sale_date: line.order_date,
      units: line.quantity,
      net_amount: line.sales_amount,
      currency: "USD",
      region_code: regionCode(reseller),
      document: line.order_number,
      document_line: line.line,
    };
  });
}

function slug(name) {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

function read(name) {
  return parse(readFileSync(path.join(source, `${name}.csv`)), { columns: true });
}

function write(name, rows) {
  const file = path.join(import.meta.dirname, `${name}.csv.gz`);
  const packed = gzipSync(stringify(rows, { header: true }), { level: 9 });
  writeFileSync(file, packed);
  console.log(`${path.basename(file)}: ${rows.length} rows, ${packed.length} bytes`);
}
