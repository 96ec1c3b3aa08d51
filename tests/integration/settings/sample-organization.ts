import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { publishRun } from "@/lib/services/score/publish-run";
import type { ScoreOrganization } from "../../support/factories";
import type { scoreDatabase } from "../../support/score-database";
import { fill } from "../access/leak-world";

/** What stays when the sample data is removed: staff and what is theirs, the trail, and the counters. */
export const KEPT = ["api_token", "app_user", "audit_event", "invitation", "org_counter"];

/** The tables of organizations, as the database has them: one that is added later is among them. */
export async function tablesOfOrganizations(sql: ScoreOrganization["sql"]): Promise<string[]> {
  const { rows } = await sql(
    "select table_name::text as name from information_schema.columns where table_schema = 'public' and column_name = 'org_id'",
  );
  return rows.map(({ name }) => name).sort();
}

export type Stored = Readonly<Record<string, { readonly rows: number; readonly sum: string }>>;

/** How many rows of an organization each table has, and what they add up to. `sql` sees them. */
export async function storedOf(sql: ScoreOrganization["sql"], tables: readonly string[], orgId: number): Promise<Stored> {
  const stored: Record<string, Stored[string]> = {};
  for (const table of tables) {
    const { rows } = await sql(
      `select count(*)::int as rows, md5(coalesce(string_agg(to_jsonb(t)::text, '|' order by to_jsonb(t)::text), '')) as sum from ${table} t where org_id = $1`,
      [orgId],
    );
    stored[table] = rows[0];
  }
  return stored;
}

/** An organization that has something in every table, runs 1 and 2 published and run 3 a draft; marked as one of sample data unless it is said to be its own. */
export async function wholeOrganization(
  database: ReturnType<typeof scoreDatabase>,
  name: string,
  { isDemo = true } = {},
): Promise<ScoreOrganization> {
  const org = await database.organization(name, [{ code: "A-OWN" }, { code: "B-SECRET" }], { isDemo });
  await fill(org, { own: "A-OWN", secret: "B-SECRET", value: 77.125, amountE4: 7_771_250 });
  const one = async (text: string, values: unknown[] = []): Promise<number> => (await org.sql(text, values)).rows[0]?.id;
  const batch = await one(
    "insert into import_batch (org_id, number, kind, file_name, format, status, created_by) values ($1, 100, 'potentials', 'potentials.csv', '{}', 'loading', 'Ada') returning id",
    [org.orgId],
  );
  const region = await one("select id from region where code = 'north'");
  const category = await one("select id from product_category limit 1");
  for (const [table, columns, values] of [
    ["potential", "region_id, category_id, valid_from, amount_e4, currency, line", [region, category, "2024-01-01", 1, "USD", 1]],
    ["fact_retirement", "kind, fact_id", ["potential", 1]],
    ["import_chunk", "n, data", [0, Buffer.from("x")]],
    ["import_staged_row", "line, row", [1, "{}"]],
    ["import_rejected_row", "line, errors", [1, "[]"]],
  ] as const)
    await org.sql(`insert into ${table} (org_id, batch_id, ${columns}) values ($1, $2, ${values.map((_, place) => `$${place + 3}`).join(", ")})`, [
      org.orgId,
      batch,
      ...values,
    ]);
  await org.sql(
    "insert into run_cell (org_id, run_id, region_id, line_id, revenue_e4, partners) select r.org_id, r.id, $2, l.id, 1, 1 from run r, product_line l where r.org_id = $1 and r.number = 2",
    [org.orgId, region],
  );
  await org.sql(
    "insert into run_cell_sale (org_id, run_id, line_id, region_id, partner_id, revenue_e4) select r.org_id, r.id, l.id, $2, p.id, 1 from run r, product_line l, partner p where r.org_id = $1 and r.number = 2 and l.org_id = $1 and p.org_id = $1",
    [org.orgId, region],
  );
  await publishRun(org.manager, { run: 2 });
  await evaluateRun(org.manager, { asOf: "2024-08-01" });
  await org.sql("update import_batch set status = 'published', seq = 100 where org_id = $1 and id = $2", [org.orgId, batch]);
  await org.sql("update org_counter set value = 1000 where org_id = $1 and name = 'batch'", [org.orgId]);
  await org.sql("insert into idempotency_record (org_id, caller, route, key, request_hash) values ($1, 'user:1', 'POST /api/v1/runs', 'k', '')", [
    org.orgId,
  ]);
  await org.sql("insert into app_user (org_id, email, name, role, password_hash) values ($1, 'ada@example.com', 'Ada', 'admin', 'none')", [
    org.orgId,
  ]);
  await org.sql(
    "insert into api_token (org_id, name, prefix, token_hash, scopes, user_id) select org_id, 'nightly', 'p', 'staff ' || org_id, '{}', id from app_user where org_id = $1 and role = 'admin'",
    [org.orgId],
  );
  await org.sql(
    "insert into invitation (org_id, email, role, token_hash, invited_by, expires_at) values ($1, 'new@example.com', 'finance', 'staff ' || $1::int, 'Ada', now() + interval '1 day')",
    [org.orgId],
  );
  await org.sql(
    "insert into sample_load (org_id, status, steps, steps_done, asked_by, currency_before) values ($1, 'loaded', 15, 15, 'Ada', 'EUR')",
    [org.orgId],
  );
  return org;
}
