import type { Actor } from "@/lib/access/actor";
import type { MetricFacts } from "@/lib/db/evidence/metric-facts";
import { inScope } from "@/lib/db/scoped";
import { Program } from "@/lib/domain/define/program";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { publishRun } from "@/lib/services/score/publish-run";
import { program, type ScoreOrganization } from "../../support/factories";

export const AS_OF = IsoDate.parse("2024-06-30");

/** Internal ids of what a partner user of A must not reach, and of what all partners share. */
export type World = {
  readonly orgId: number;
  readonly userOfA: Actor;
  readonly emailOfB: string;
  readonly partnerA: number;
  readonly partnerB: number;
  readonly userOfB: number;
  readonly tokenOfB: number;
  readonly invitationOfB: number;
  readonly programId: number;
  readonly versionId: number;
  readonly draftVersionId: number;
  readonly backTestId: number;
  readonly publishedRunId: number;
  readonly draftRunId: number;
  readonly approvedFundId: number;
  readonly draftFundId: number;
  readonly factsOfB: readonly MetricFacts[];
};

/** A program that measures every kind of fact. */
export const PROGRAM = program({
  metrics: Program.shape.metrics.parse([
    ...program().metrics,
    { key: "revenue", name: "Revenue", unit: "money", betterWhen: "higher", source: { kind: "posRevenue", window: { kind: "lifetime" } } },
    { key: "pipeline", name: "Pipeline", unit: "money", betterWhen: "higher", source: { kind: "openPipeline" } },
    { key: "people", name: "People", unit: "count", betterWhen: "higher", source: { kind: "certifiedPeople" } },
  ]),
});

export type Fill = { readonly own: string; readonly secret: string; readonly value: number; readonly amountE4: number };

/** With the value of the partner that is kept secret: a score just at a cut, so that other weights give another tier. */
const NEAR_A_CUT = 36;

/** Facts of every kind, users, tokens, a program and runs: what belongs to `secret` says SECRET, and its figures are `value` and `amountE4`. */
export async function fill(target: ScoreOrganization, { own, secret, value, amountE4 }: Fill): Promise<void> {
  await target.observe("2024-06-01", { [own]: { sales: 33, quality: 33 }, [secret]: { sales: value, quality: NEAR_A_CUT } });
  await target.facts.product("SKU-1", "line", "category");
  const pos = (partner: string, netE4: number, document: string) => ({
    ...{ partner, netE4, document },
    sku: "SKU-1",
    region: "north",
    date: "2024-06-02",
    units: 1,
    currency: "USD",
  });
  await target.facts.batch({ pos: [pos(own, 330_000, "DOC-1"), pos(secret, amountE4, "SECRET-DOC")] });
  const opportunity = (code: string, partner: string, amount: number) => ({
    ...({ code, partner, amountE4: amount, status: "open", origin: "sourced", currency: "USD", createdOn: "2024-06-03", closedOn: null } as const),
  });
  await target.facts.batch({ opportunities: [opportunity("OPP-1", own, 330_000), opportunity("SECRET-OPP", secret, amountE4)] });
  const certification = (partner: string, person: string) => ({
    ...{ partner, person, track: "service", level: 1, earnedOn: "2024-06-04", expiresOn: null },
  });
  await target.facts.batch({ certifications: [certification(own, "Anna"), certification(secret, "SECRET person")] });
  await target.sql("update org_counter set value = 4 where org_id = $1 and name = 'seq'", [target.orgId]);
  await target.sql(
    `insert into import_batch (org_id, number, kind, file_name, format, status, seq, rows_read, rows_loaded, amounts, header, created_by)
     values ($1, 99, 'pos', 'SECRET.csv', '{}', 'published', 99, 1, 1, $2, '{"columns": []}', 'SECRET user')`,
    [target.orgId, { read: { USD: amountE4 } }],
  );
  await target.sql(
    `insert into import_unmatched_row (org_id, batch_id, line, row, partner_code, missing) select org_id, id, 7, '{"sku": "SECRET-SKU"}', $2, '{sku}' from import_batch where org_id = $1 and number = 99`,
    [target.orgId, secret],
  );
  await target.sql(
    "insert into app_user (org_id, email, name, role, partner_id, password_hash) values ($1, $2, 'SECRET user', 'partner', $3, 'SECRET hash')",
    [target.orgId, secretEmail(target.orgId), target.idOf(secret)],
  );
  await target.sql(
    "insert into api_token (org_id, name, prefix, token_hash, scopes, user_id) select org_id, 'SECRET token', 'SECRET', $2, '{}', id from app_user where org_id = $1",
    [target.orgId, `SECRET ${target.orgId}`],
  );
  await target.sql(
    `insert into invitation (org_id, email, role, partner_id, token_hash, invited_by, expires_at) values ($1, $2, 'partner', $3, $4, 'SECRET user', now() + interval '1 day')`,
    [target.orgId, secretEmail(target.orgId), target.idOf(secret), `SECRET ${target.orgId}`],
  );
  await target.publishProgram(PROGRAM);
  await evaluateRun(target.manager, { asOf: AS_OF });
  await publishRun(target.manager, { run: 1 });
  await target.override(secret, "gold", "2025-01-01");
  await evaluateRun(target.manager, { asOf: "2024-07-31" });
  await target.sql(
    `insert into program_version (org_id, program_id, version, status, document, document_hash, note, created_by)
     select org_id, program_id, 2, 'draft', jsonb_set(document, '{description}', '"SECRET plan"'), '', 'SECRET note', 'SECRET author' from program_version where org_id = $1`,
    [target.orgId],
  );
  await addTalk(target);
  await addFunds(target, { own, secret, value, amountE4 });
}

/** What is said of the draft, who has it open, and what it would do and have done. */
async function addTalk(target: ScoreOrganization): Promise<void> {
  for (const sql of [
    `insert into program_comment (org_id, version_id, number, text, author, author_id)
     select org_id, id, 1, 'SECRET doubt', 'SECRET author', 'user:0' from program_version where org_id = $1 and version = 2`,
    `insert into draft_editor (org_id, version_id, person, name, seen_at) select org_id, id, 'user:0', 'SECRET author', now() from program_version where org_id = $1 and version = 2`,
    `insert into simulation (org_id, version_id, document_hash, run_id, engine_version, summary, created_by)
     select v.org_id, v.id, '', r.id, '2', '{}', 'SECRET author' from program_version v join run r on r.org_id = v.org_id and r.number = 1
     where v.org_id = $1 and v.version = 2`,
    `insert into back_test (org_id, version_id, document, document_hash, run_id, engine_version, quarters, known_at, asked_by, asked_by_id)
     select v.org_id, v.id, v.document, '', r.id, '2', 2, 4, 'SECRET author', 'user:0' from program_version v join run r on r.org_id = v.org_id and r.number = 1
     where v.org_id = $1 and v.version = 2`,
    `insert into back_test_quarter (org_id, back_test_id, place, result, partners)
     select org_id, id, 0, '{"words": "SECRET result"}', '[{"code": "SECRET", "name": "SECRET"}]' from back_test where org_id = $1`,
  ])
    await target.sql(sql, [target.orgId]);
}

/** An approved fund and a draft, each with a part for both partners; B's is its secret. */
async function addFunds(target: ScoreOrganization, { own, secret, amountE4 }: Fill): Promise<void> {
  for (const [number, from, until] of [
    [1, "2024-07-01", "2024-10-01"],
    [2, "2024-10-01", "2025-01-01"],
  ] as const) {
    await target.sql(
      `insert into fund (org_id, number, program_id, benefit, period_from, period_until, currency, run_id, budget, created_by)
       select org_id, $2, program_id, 'mdf', $3, $4, 'USD', id, 9000000000, 'SECRET author' from run where org_id = $1 and number = 1`,
      [target.orgId, number, from, until],
    );
    for (const [code, amount, reason] of [
      [own, 3300, null],
      [secret, amountE4, "SECRET reason"],
    ] as const)
      await target.sql(
        `insert into allocation (org_id, fund_id, partner_id, base, floor, proposed, amount, reason, adjusted_by, revision)
         select org_id, id, $3, 0, 0, case when $5::text is null then $4::bigint else 0 end, $4, $5, case when $5 is null then null else 'SECRET author' end, 1
         from fund where org_id = $1 and number = $2`,
        [target.orgId, number, target.idOf(code), amount, reason],
      );
  }
  await target.sql(
    `insert into fund_change (org_id, fund_id, kind, reason, person, person_name) select org_id, id, 'proposed', 'SECRET reason', 'user:0', 'SECRET author' from fund where org_id = $1`,
    [target.orgId],
  );
  await target.sql(
    "update fund set status = 'submitted', submitted_by = 'SECRET author', submitted_by_id = 'user:0' where org_id = $1 and number = 1",
    [target.orgId],
  );
  await target.sql("update fund set status = 'approved', approved_by = 'SECRET author', approved_by_id = 'user:1' where org_id = $1 and number = 1", [
    target.orgId,
  ]);
}

export async function readWorld(org: ScoreOrganization): Promise<World> {
  const one = async (text: string): Promise<number> => (await org.sql(text)).rows[0].id;
  const staff = { orgId: org.orgId, partnerId: null };
  const factsOfB = await inScope(staff, "read", async (db) => {
    const found = [];
    for (const { key } of PROGRAM.metrics) found.push(await db.evidence.findMetric({ run: 1, partner: "B-SECRET", metric: key }));
    return found.filter((facts) => facts !== null);
  });
  return {
    orgId: org.orgId,
    userOfA: org.partnerUser("A-OWN"),
    emailOfB: secretEmail(org.orgId),
    partnerA: org.idOf("A-OWN"),
    partnerB: org.idOf("B-SECRET"),
    userOfB: await one("select id from app_user"),
    tokenOfB: await one("select id from api_token"),
    invitationOfB: await one("select id from invitation"),
    programId: await one("select id from program"),
    versionId: await one("select id from program_version where version = 1"),
    draftVersionId: await one("select id from program_version where version = 2"),
    backTestId: await one("select id from back_test"),
    publishedRunId: await one("select id from run where number = 1"),
    draftRunId: await one("select id from run where number = 2"),
    approvedFundId: await one("select id from fund where number = 1"),
    draftFundId: await one("select id from fund where number = 2"),
    factsOfB,
  };
}

function secretEmail(orgId: number): string {
  return `${orgId}-secret@example.com`;
}
