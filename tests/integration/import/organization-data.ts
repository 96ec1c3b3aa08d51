import type { ImportOrganization } from "./import-organization";

/**
 * Everything that imports have made of an organization, in words instead of ids, so that two organizations (or two moments of one)
 * can be compared.
 */
export async function organizationData({ rows }: ImportOrganization) {
  const pos = `from pos_line l join import_batch b on b.org_id = l.org_id and b.id = l.batch_id join partner p on p.org_id = l.org_id and p.id = l.partner_id
    join product s on s.org_id = l.org_id and s.id = l.product_id join region r on r.org_id = l.org_id and r.id = l.region_id where l.org_id = $1`;
  const retiredBy = (kind: string, fact: string) =>
    `(select rb.number from fact_retirement t join import_batch rb on rb.org_id = t.org_id and rb.id = t.batch_id where t.org_id = $1 and t.kind = '${kind}' and t.fact_id = ${fact}.id) as retired_by`;
  const version = (table: string, columns: string) =>
    rows(`select b.number as batch, f.line, p.code as partner, ${columns}, ${retiredBy(table, "f")} from ${table} f join import_batch b on b.org_id = f.org_id and b.id = f.batch_id
      join partner p on p.org_id = f.org_id and p.id = f.partner_id where f.org_id = $1 order by 1, 2`);
  return {
    regions: await rows(
      "select r.code, r.name, p.code as parent, r.weight::float8 from region r left join region p on p.org_id = r.org_id and p.id = r.parent_id where r.org_id = $1 order by 1",
    ),
    products: await rows(
      `select p.sku, p.name, l.code as line, l.name as line_name, c.code as category, c.name as category_name from product p
       join product_line l on l.org_id = p.org_id and l.id = p.line_id join product_category c on c.org_id = l.org_id and c.id = l.category_id where p.org_id = $1 order by 1`,
    ),
    partners: await rows(
      "select p.code, p.name, r.code as region, p.type, p.enrolled_on::text, p.attributes from partner p join region r on r.org_id = p.org_id and r.id = p.region_id where p.org_id = $1 order by 1",
    ),
    sales: await rows(
      `select b.number as batch, l.line, p.code as partner, s.sku, r.code as region, l.sale_date::text, l.units, l.net_e4, l.currency, l.document, l.document_line, l.end_customer,
         ${retiredBy("pos", "l")}
       ${pos} order by 1, 2`,
    ),
    months: await rows(
      `select b.number as batch, p.code as partner, m.month::text, l.code as line, r.code as region, m.currency, m.lines, m.units, m.net_e4 from pos_month m
       join import_batch b on b.org_id = m.org_id and b.id = m.batch_id join partner p on p.org_id = m.org_id and p.id = m.partner_id
       join product_line l on l.org_id = m.org_id and l.id = m.line_id join region r on r.org_id = m.org_id and r.id = m.region_id where m.org_id = $1 order by 1, 2, 3, 4, 5, 6`,
    ),
    opportunities: await version("opportunity", "f.code, f.stage, f.status, f.amount_e4, f.currency, f.created_on::text, f.closed_on::text"),
    certifications: await version("certification", "f.person, f.track, f.level, f.earned_on::text, f.expires_on::text"),
    observations: await version("observation", "f.metric_key, f.observed_on::text, f.value"),
    potentials: await rows(
      `select b.number as batch, f.line, r.code as region, l.code as product_line, c.code as category, f.valid_from::text, f.amount_e4, f.currency, ${retiredBy("potential", "f")}
       from potential f join import_batch b on b.org_id = f.org_id and b.id = f.batch_id join region r on r.org_id = f.org_id and r.id = f.region_id
       left join product_line l on l.org_id = f.org_id and l.id = f.line_id left join product_category c on c.org_id = f.org_id and c.id = f.category_id where f.org_id = $1 order by 1, 2`,
    ),
    waiting: await rows(
      `select b.number as batch, u.line, u.row, u.missing, rb.number as replayed_by from import_unmatched_row u join import_batch b on b.org_id = u.org_id and b.id = u.batch_id
       left join import_batch rb on rb.org_id = u.org_id and rb.id = u.replayed_batch_id where u.org_id = $1 order by 1, 2`,
    ),
    rejected: await rows(
      "select b.number as batch, e.line, e.raw, e.errors from import_rejected_row e join import_batch b on b.org_id = e.org_id and b.id = e.batch_id where e.org_id = $1 order by 1, 2",
    ),
    staged: await rows("select line, row from import_staged_row where org_id = $1 order by 1"),
    batches: await rows(
      `select number, kind, origin, status, seq, rows_read, rows_loaded, rows_unchanged, rows_duplicate, rows_rejected, rows_unmatched, rows_ignored, rows_corrected, amounts, outcome
       from import_batch where org_id = $1 order by 1`,
    ),
    lastSeq: (await rows<{ value: number }>("select value from org_counter where org_id = $1 and name = 'seq'"))[0]?.value ?? 0,
  };
}

/** The facts alone: what stays as it was when an upload changes nothing, though the upload itself is on record. */
export async function organizationFacts(organization: ImportOrganization) {
  const { batches, rejected, ...facts } = await organizationData(organization);
  return facts;
}
