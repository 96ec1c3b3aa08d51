import pg from "pg";
import type { Program } from "@/lib/domain/define/program";
import { addDays } from "@/lib/domain/shared/calendar-day";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import type { FactFactory } from "../../support/facts";
import type { PlainDecision } from "./plain-kpis";

/** One review; without decisions there is none. `asOf` is the day after its date. */
type Review = { readonly asOf: IsoDate; readonly decisions: readonly PlainDecision[]; readonly regionOf: Readonly<Record<string, string>> };

/** Stores published runs with these decisions, which no engine made. Answers their ids. */
export async function publishDecisions(
  appUrl: string,
  factory: FactFactory,
  program: Program,
  reviews: readonly Review[],
): Promise<(number | null)[]> {
  const client = new pg.Client({ connectionString: appUrl, options: "-c TimeZone=UTC" });
  await client.connect();
  const { orgId } = factory;
  const one = async (text: string, values: unknown[]): Promise<number> => (await client.query(text, values)).rows[0].id;
  await client.query("select set_config('app.org_id', $1, false)", [String(orgId)]);
  const partnerIds = await factory.partnerIds();
  const programId = await one("insert into program (org_id, key) values ($1, 'main') returning id", [orgId]);
  const versionId = await one(
    "insert into program_version (org_id, program_id, version, status, document, document_hash, created_by) values ($1, $2, 1, 'draft', $3, '', 'test') returning id",
    [orgId, programId, JSON.stringify(program)],
  );
  const ids: (number | null)[] = [];
  let base: number | null = null;
  for (const [i, { asOf, decisions, regionOf }] of reviews.entries()) {
    if (decisions.length === 0) {
      ids.push(null);
      continue;
    }
    const runId: number = await one(
      `insert into run (org_id, number, program_id, program_version_id, as_of, known_at, base_run_id, status, engine_version, input_hash, result_hash, partners, summary, created_by)
       values ($1, $2, $3, $4, $5, 9, $6, 'draft', '1', '', '', $7, '{}', 'test') returning id`,
      [orgId, i + 1, programId, versionId, addDays(asOf, -1), base, decisions.length],
    );
    for (const { partner, tier, qualified, movement } of decisions) {
      const region = regionOf[partner];
      await client.query(
        `insert into decision (org_id, run_id, partner_id, partner_code, partner_name, region_code, region_name, qualified, decided, tier_rank, movement, steps, confidence, input, explanation)
         values ($1, $2, $3, $4, $4, $5, $5, $6, $7, 0, $8, 0, 'high', '{}', '{}')`,
        [orgId, runId, partnerIds.get(partner), partner, region, qualified, tier, movement],
      );
    }
    await client.query("update run set status = 'published' where org_id = $1 and id = $2", [orgId, runId]);
    base = runId;
    ids.push(runId);
  }
  await client.end();
  return ids;
}
