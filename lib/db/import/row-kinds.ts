import type { ImportKind } from "@/lib/import/import-kind";
import type { ImportRow } from "@/lib/import/kind-definitions";
import type { Missing, References } from "./references";

export type FactValue = string | number | null;

/** How the rows of one kind become records. */
export type RowKind<Kind extends ImportKind> = {
  /** The codes of the row that are not known: it then waits, parked. */
  readonly missing: (row: ImportRow[Kind], known: References) => Missing;
  /** What makes two lines of one file the same record; null when every line is a record of its own. */
  readonly identity: ((row: ImportRow[Kind]) => string) | null;
  readonly amount: ((row: ImportRow[Kind], known: References) => { readonly currency: string; readonly e4: number }) | null;
  /** null for master data, whose rows wait as they are until the batch is loaded. */
  readonly fact: FactTable<Kind> | null;
};

export type FactTable<Kind extends ImportKind> = {
  readonly table: string;
  /** Columns after org_id, batch_id and line, with their types. */
  readonly columns: readonly (readonly [name: string, type: string])[];
  /** In which order a segment is written: of equal records that of their lines, and else as the table's index by partner has it, which makes its growth cheap. */
  readonly order: string;
  /** One value per column; only for rows that miss nothing. */
  readonly values: (row: ImportRow[Kind], known: References) => readonly FactValue[];
};

const known = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("a row with unknown codes reached the fact table");
  return value;
};
const NOTHING: Missing = [];
const identityOf = (...parts: readonly (string | number)[]): string => parts.join("\u001f");

const pos: RowKind<"pos"> = {
  missing: (row, { partners, products, regions }) => {
    const partner = partners.has(row.partner_code);
    const sku = products.has(row.sku);
    const region = row.region_code === null || regions.has(row.region_code);
    if (partner && sku && region) return NOTHING;
    return [...(partner ? [] : (["partner"] as const)), ...(sku ? [] : (["sku"] as const)), ...(region ? [] : (["region"] as const))];
  },
  identity: null, // two equal lines are two sales
  amount: (row, { currency }) => ({ currency: row.currency ?? currency, e4: row.net_amount }),
  fact: {
    table: "pos_line",
    columns: [
      ["partner_id", "int"],
      ["product_id", "int"],
      ["region_id", "int"],
      ["region_stated", "boolean"],
      ["sale_date", "date"],
      ["units", "int"],
      ["net_e4", "bigint"],
      ["currency", "text"],
      ["document", "text"],
      ["document_line", "text"],
      ["end_customer", "text"],
      ["segment", "text"],
    ],
    order: "partner_id, sale_date, line",
    values: (row, { partners, products, regions, currency }) => {
      const partner = known(partners.get(row.partner_code));
      return [
        partner.id,
        known(products.get(row.sku)),
        row.region_code === null ? partner.regionId : known(regions.get(row.region_code)),
        row.region_code === null ? "f" : "t",
        row.sale_date,
        row.units,
        row.net_amount,
        row.currency ?? currency,
        row.document ?? "",
        row.document_line ?? "",
        row.end_customer,
        row.segment ?? null, // absent from rows that have waited since before there were segments
      ];
    },
  },
};

const opportunities: RowKind<"opportunities"> = {
  missing: (row, { partners }) => (partners.has(row.partner_code) ? [] : ["partner"]),
  identity: (row) => row.code,
  amount: (row, { currency }) => ({ currency: row.currency ?? currency, e4: row.amount }),
  fact: {
    table: "opportunity",
    columns: [
      ["code", "text"],
      ["partner_id", "int"],
      ["name", "text"],
      ["stage", "text"],
      ["status", "text"],
      ["origin", "text"],
      ["amount_e4", "bigint"],
      ["currency", "text"],
      ["created_on", "date"],
      ["expected_close_on", "date"],
      ["closed_on", "date"],
    ],
    order: "partner_id, line",
    values: (row, { partners, currency }) => [
      row.code,
      known(partners.get(row.partner_code)).id,
      row.name,
      row.stage,
      row.status,
      row.origin,
      row.amount,
      row.currency ?? currency,
      row.created_on,
      row.expected_close_on,
      // CRM exports often carry a planned close date in the same column: an open opportunity was not closed.
      row.status === "open" ? null : row.closed_on,
    ],
  },
};

const certifications: RowKind<"certifications"> = {
  missing: (row, { partners }) => (partners.has(row.partner_code) ? [] : ["partner"]),
  identity: (row) => identityOf(row.partner_code, row.person, row.track, row.level, row.earned_on),
  amount: null,
  fact: {
    table: "certification",
    columns: [
      ["partner_id", "int"],
      ["person", "text"],
      ["track", "text"],
      ["level", "smallint"],
      ["earned_on", "date"],
      ["expires_on", "date"],
    ],
    order: "partner_id, line",
    values: (row, { partners }) => [known(partners.get(row.partner_code)).id, row.person, row.track, row.level, row.earned_on, row.expires_on],
  },
};

const observations: RowKind<"observations"> = {
  missing: (row, { partners, metrics }) => [
    ...(partners.has(row.partner_code) ? [] : (["partner"] as const)),
    ...(metrics.has(row.metric) ? [] : (["metric"] as const)),
  ],
  identity: (row) => identityOf(row.partner_code, row.metric, row.observed_on),
  amount: null,
  fact: {
    table: "observation",
    columns: [
      ["partner_id", "int"],
      ["metric_key", "text"],
      ["observed_on", "date"],
      ["value", "float8"],
    ],
    order: "partner_id, line",
    values: (row, { partners }) => [known(partners.get(row.partner_code)).id, row.metric, row.observed_on, row.value],
  },
};

const potentials: RowKind<"potentials"> = {
  missing: (row, { regions, lines, categories }) => [
    ...(regions.has(row.region_code) ? [] : (["region"] as const)),
    ...(row.line_code === null || lines.has(row.line_code) ? [] : (["line"] as const)),
    ...(row.category_code === null || categories.has(row.category_code) ? [] : (["category"] as const)),
  ],
  identity: (row) => identityOf(row.region_code, row.line_code ?? "", row.category_code ?? "", row.valid_from),
  amount: (row, { currency }) => ({ currency: row.currency ?? currency, e4: row.amount }),
  fact: {
    table: "potential",
    columns: [
      ["region_id", "int"],
      ["line_id", "int"],
      ["category_id", "int"],
      ["valid_from", "date"],
      ["amount_e4", "bigint"],
      ["currency", "text"],
    ],
    order: "region_id, line",
    values: (row, { regions, lines, categories, currency }) => [
      known(regions.get(row.region_code)),
      row.line_code === null ? null : known(lines.get(row.line_code)),
      row.category_code === null ? null : known(categories.get(row.category_code)),
      row.valid_from,
      row.amount,
      row.currency ?? currency,
    ],
  },
};

// A region's parent may stand further down in the same file: the tree is checked as a whole, when all rows are read.
const regions: RowKind<"regions"> = { missing: () => [], identity: (row) => row.code, amount: null, fact: null };
const products: RowKind<"products"> = { missing: () => [], identity: (row) => row.sku, amount: null, fact: null };
const partners: RowKind<"partners"> = {
  missing: (row, known) => (known.regions.has(row.region_code) ? [] : ["region"]),
  identity: (row) => row.code,
  amount: null,
  fact: null,
};

export const rowKinds: { readonly [Kind in ImportKind]: RowKind<Kind> } = {
  regions,
  products,
  partners,
  pos,
  opportunities,
  certifications,
  observations,
  potentials,
};
