import { createHash } from "node:crypto";
import pg from "pg";

export type PosFact = {
  readonly partner: string;
  readonly sku: string;
  readonly region: string;
  readonly date: string;
  readonly units: number;
  readonly netE4: number;
  readonly currency: string;
  readonly document?: string;
  readonly segment?: string | null;
};
export type OpportunityFact = {
  readonly code: string;
  readonly partner: string;
  readonly status: "open" | "won" | "lost";
  readonly origin: "sourced" | "influenced";
  readonly amountE4: number;
  readonly currency: string;
  readonly createdOn: string;
  readonly closedOn: string | null;
};
export type CertificationFact = {
  readonly partner: string;
  readonly person: string;
  readonly track: string;
  readonly level: number;
  readonly earnedOn: string;
  readonly expiresOn: string | null;
};
export type ObservationFact = { readonly partner: string; readonly metric: string; readonly observedOn: string; readonly value: number };
export type ParkedRow = { readonly partner: string; readonly sku: string; readonly row: object };

/** Parked rows stand below all others of their file. */
const FIRST_PARKED = 100_000;

/**
 * The facts of one batch. `retire` names the lines, by the ids that `batch` returned, that are no longer counted from it on; a record
 * stated again retires its last version by itself.
 */
export type BatchFacts = {
  readonly pos?: readonly PosFact[];
  readonly retire?: readonly string[];
  readonly opportunities?: readonly OpportunityFact[];
  readonly certifications?: readonly CertificationFact[];
  readonly observations?: readonly ObservationFact[];
  readonly parked?: readonly ParkedRow[];
  /** The number of the batch whose parked rows this one brings in. */
  readonly replayOf?: number;
  /** When it was published, as an instant; absent where it does not matter. */
  readonly publishedAt?: string;
};

export type Batch = {
  readonly number: number;
  readonly seq: number /** Of the POS lines, in the order given. */;
  readonly lineIds: readonly string[];
};

/** Writes master data and published facts for one organization as the application's role, without the import. */
export type FactFactory = {
  readonly orgId: number;
  readonly region: (code: string, parent?: string) => Promise<void>;
  readonly product: (sku: string, line: string, category: string) => Promise<void>;
  readonly partner: (code: string, region: string) => Promise<void>;
  /** Internal ids by code. */
  readonly partnerIds: () => Promise<ReadonlyMap<string, number>>;
  readonly customMetric: (key: string) => Promise<void>;
  readonly batch: (facts: BatchFacts) => Promise<Batch>;
  readonly close: () => Promise<void>;
};

/** `isDemo`: it is marked as one of sample data. */
type FactOrganization = { readonly name: string; readonly currency: string; readonly isDemo?: boolean };

export async function factFactory(databaseUrl: string, organization: FactOrganization): Promise<FactFactory> {
  const client = new pg.Client({ connectionString: databaseUrl, options: "-c TimeZone=UTC" });
  await client.connect();
  const orgId = await newOrganization(client, organization);
  let batches = 0;

  const idOf = (table: string, column: string, expression: string): string =>
    `(select id from ${table} where org_id = ${orgId} and ${column} = ${expression})`;
  const insertAll = (
    batchId: number,
    rows: readonly object[] | undefined,
    target: string,
    shape: string,
    select: string,
  ): Promise<pg.QueryResult<{ id: string }>> =>
    client.query<{ id: string }>(
      `insert into ${target} select ${orgId}, ${batchId}, ${select}
       from (select *, row_number() over () as line from jsonb_to_recordset($1::jsonb) as given (${shape})) fact order by line returning id`,
      [JSON.stringify(rows ?? [])],
    );
  const retireEarlier = (batchId: number, table: string, identity: string): Promise<pg.QueryResult> =>
    client.query(
      `insert into fact_retirement (org_id, kind, fact_id, batch_id, partner_id)
       select ${orgId}, '${table}', earlier.id, $1, earlier.partner_id from ${table} fact join ${table} earlier using (org_id, ${identity})
       where org_id = ${orgId} and fact.batch_id = $1 and earlier.batch_id <> $1
         and not exists (select from fact_retirement x where x.org_id = ${orgId} and x.kind = '${table}' and x.fact_id = earlier.id)`,
      [batchId],
    );

  return {
    orgId,
    region: async (code, parent) => {
      await client.query(`insert into region (org_id, code, name, parent_id) values (${orgId}, $1, $1, ${idOf("region", "code", "$2")})`, [
        code,
        parent ?? null,
      ]);
    },
    product: async (sku, line, category) => {
      await client.query(`insert into product_category (org_id, code, name) values (${orgId}, $1, $1) on conflict do nothing`, [category]);
      await client.query(
        `insert into product_line (org_id, code, name, category_id) values (${orgId}, $1, $1, ${idOf("product_category", "code", "$2")}) on conflict do nothing`,
        [line, category],
      );
      await client.query(
        `insert into product (org_id, sku, name, line_id) values (${orgId}, $1, 'Product ' || $1, ${idOf("product_line", "code", "$2")})`,
        [sku, line],
      );
    },
    partner: async (code, region) => {
      await client.query(
        `insert into partner (org_id, code, name, region_id) values (${orgId}, $1, 'Partner ' || $1, ${idOf("region", "code", "$2")})`,
        [code, region],
      );
    },
    partnerIds: async () => {
      const rows = await client.query<{ code: string; id: number }>(`select code, id from partner where org_id = ${orgId}`);
      return new Map(rows.rows.map(({ code, id }) => [code, id]));
    },
    customMetric: async (key) => {
      await client.query(`insert into custom_metric (org_id, key, name, unit, better_when) values (${orgId}, $1, $1, 'number', 'higher')`, [key]);
    },
    batch: async (facts) => {
      await client.query("begin");
      batches += 1;
      const made = await client.query<{ id: number }>(
        `insert into import_batch (org_id, number, kind, origin, replay_of_id, file_name, format, status, created_by)
         values (${orgId}, $1, $2, $3, ${idOf("import_batch", "number", "$4")}, 'facts.csv', '{}', 'loading', 'test') returning id`,
        [batches, kindOf(facts), facts.replayOf === undefined ? "file" : "replay", facts.replayOf ?? null],
      );
      const id = made.rows[0]?.id ?? Number.NaN;
      const counted = "on conflict (org_id, name) do update set value = excluded.value";
      await client.query(`insert into org_counter (org_id, name, value) values (${orgId}, 'batch', $1) ${counted}`, [batches]);
      const partner = idOf("partner", "code", "fact.partner");
      const lines = await insertAll(
        id,
        facts.pos,
        "pos_line (org_id, batch_id, partner_id, product_id, region_id, sale_date, units, net_e4, currency, document, segment, line)",
        'partner text, sku text, region text, date date, units int, "netE4" bigint, currency text, document text, segment text',
        `${partner}, ${idOf("product", "sku", "fact.sku")}, ${idOf("region", "code", "fact.region")}, date, units, "netE4", currency, coalesce(document, ''), segment, ${facts.replayOf === undefined ? "line" : `${FIRST_PARKED} + line`}`, // a replay keeps the lines of the file
      );
      await client.query(
        `insert into fact_retirement (org_id, kind, fact_id, batch_id, partner_id) select ${orgId}, 'pos', id, $1, partner_id from pos_line where org_id = ${orgId} and id = any($2::bigint[])`,
        [id, facts.retire ?? []],
      );
      await client.query(
        `insert into pos_month (org_id, batch_id, partner_id, month, line_id, region_id, currency, lines, units, net_e4)
         select ${orgId}, $1, l.partner_id, date_trunc('month', l.sale_date), p.line_id, l.region_id, l.currency, sum(change.sign), sum(change.sign * l.units), sum(change.sign * l.net_e4)
         from (select id, 1 as sign from pos_line where org_id = ${orgId} and batch_id = $1 union all select fact_id, -1 from fact_retirement where org_id = ${orgId} and kind = 'pos' and batch_id = $1) change
         join pos_line l on l.org_id = ${orgId} and l.id = change.id join product p on p.org_id = ${orgId} and p.id = l.product_id
         group by 3, 4, 5, 6, 7`,
        [id],
      );
      await client.query(
        `insert into pos_partner_month (org_id, batch_id, partner_id, month, currency, lines, units, net_e4)
         select org_id, batch_id, partner_id, month, currency, sum(lines), sum(units), sum(net_e4) from pos_month where org_id = ${orgId} and batch_id = $1 group by 1, 2, 3, 4, 5`,
        [id],
      );
      await insertAll(
        id,
        facts.opportunities,
        "opportunity (org_id, batch_id, partner_id, code, stage, status, origin, amount_e4, currency, created_on, closed_on, line)",
        'code text, partner text, status text, origin text, "amountE4" bigint, currency text, "createdOn" date, "closedOn" date',
        `${partner}, code, 'Proposal', status, origin, "amountE4", currency, "createdOn", "closedOn", line`,
      );
      await insertAll(
        id,
        facts.certifications,
        "certification (org_id, batch_id, partner_id, person, track, level, earned_on, expires_on, line)",
        'partner text, person text, track text, level int, "earnedOn" date, "expiresOn" date',
        `${partner}, person, track, level, "earnedOn", "expiresOn", line`,
      );
      await insertAll(
        id,
        facts.observations,
        "observation (org_id, batch_id, partner_id, metric_key, observed_on, value, line)",
        'partner text, metric text, "observedOn" date, value float8',
        `${partner}, metric, "observedOn", value, line`,
      );
      await retireEarlier(id, "opportunity", "code");
      await retireEarlier(id, "certification", "partner_id, person, track, level, earned_on");
      await retireEarlier(id, "observation", "partner_id, metric_key, observed_on");
      await client.query(
        `insert into import_unmatched_row (org_id, batch_id, line, row, partner_code, sku, missing)
         select ${orgId}, $1, ${FIRST_PARKED} + row_number() over (), row, partner, sku, array['sku'] from jsonb_to_recordset($2::jsonb) as given (partner text, sku text, row jsonb)`,
        [id, JSON.stringify(facts.parked ?? [])],
      );
      if (facts.replayOf !== undefined) {
        await client.query(
          `update import_unmatched_row set replayed_batch_id = $1 where org_id = ${orgId} and batch_id = ${idOf("import_batch", "number", "$2")}`,
          [id, facts.replayOf],
        );
      }
      const taken = await client.query<{ seq: number }>(
        `insert into org_counter (org_id, name, value) values (${orgId}, 'seq', 1) on conflict (org_id, name) do update set value = org_counter.value + 1 returning value as seq`,
      );
      const seq = taken.rows[0]?.seq ?? Number.NaN;
      await client.query(`update import_batch set status = 'published', seq = $2, published_at = $3 where org_id = ${orgId} and id = $1`, [
        id,
        seq,
        facts.publishedAt ?? null,
      ]);
      await client.query("commit");
      return { number: batches, seq, lineIds: lines.rows.map((row) => row.id) };
    },
    close: () => client.end(),
  };
}

/** The id is chosen here: only within an organization's scope may its row be written. */
async function newOrganization(client: pg.Client, { name, currency, isDemo = false }: FactOrganization): Promise<number> {
  const orgId = createHash("sha256").update(name).digest().readUInt32BE() >>> 1;
  await client.query("select set_config('app.org_id', $1, false), set_config('app.partner_id', '', false)", [String(orgId)]);
  await client.query("insert into organization (id, name, currency, is_demo) values ($1, $2, $3, $4)", [orgId, name, currency, isDemo]);
  return orgId;
}

function kindOf(facts: BatchFacts): string {
  if (facts.opportunities !== undefined) return "opportunities";
  if (facts.certifications !== undefined) return "certifications";
  if (facts.observations !== undefined) return "observations";
  return "pos";
}
