import { beforeAll, describe, expect, test } from "vitest";
import type { Scope } from "@/lib/access/actor";
import { inScope } from "@/lib/db/scoped";
import type { ScoreOrganization } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";
import { ALL_CALLS, type Call } from "./every-method";
import { fill, readWorld, type World } from "./leak-world";

// Every text of B and of the other organization holds the word SECRET, every figure of theirs one of these.
/** Names, values, amounts, and the score that follows from them. None can be part of an instant: no minute has 60 seconds. */
const SECRETS = ["SECRET", "77.1", "777125", "60.7", "66.2", "662500"];
const database = scoreDatabase();
let org: ScoreOrganization;
let world: World;

beforeAll(async () => {
  org = await database.organization("leak", [
    { code: "A-OWN", name: "Own", type: "dealer" },
    { code: "B-SECRET", name: "SECRET Ltd", type: "SECRET type" },
  ]);
  await fill(org, { own: "A-OWN", secret: "B-SECRET", value: 77.125, amountE4: 7_771_250 });
  const other = await database.organization("SECRET organization", [
    { code: "A-OWN", name: "SECRET namesake" },
    { code: "C-SECRET", name: "SECRET Inc" },
  ]);
  await fill(other, { own: "A-OWN", secret: "C-SECRET", value: 66.25, amountE4: 6_625_000 });
  world = await readWorld(org);
}, 60_000);

/** All that a call lets out: its answer, or all of its error. */
async function letOut(scope: Scope, call: Call): Promise<string> {
  const answer = await inScope(scope, "write", (db) => call(db, world)).catch((error: unknown) =>
    error instanceof Error ? { ...error, message: error.message } : error,
  );
  return JSON.stringify(answer) ?? "";
}

const TABLES = [
  "organization",
  "partner",
  "region",
  "import_batch",
  "import_unmatched_row",
  "custom_metric",
  "program",
  "program_version",
  "program_comment",
  "draft_editor",
  "simulation",
  "back_test",
  "back_test_quarter",
  "run",
  "decision",
  "tier_override",
  "fund",
  "allocation",
  "fund_change",
  "app_user",
  "api_token",
  "invitation",
  "sample_load",
];

async function stored(): Promise<Record<string, unknown>> {
  const tables: Record<string, unknown> = {};
  for (const table of TABLES) tables[table] = (await org.sql(`select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`)).rows;
  return tables;
}

describe("in the scope of partner A, of every method of the narrowed database handle,", () => {
  test("there is none that this test does not call", async () => {
    const methods = await inScope({ orgId: org.orgId, partnerId: null }, "read", async (db) =>
      Object.entries(db).flatMap(([repository, all]) => Object.keys(all).map((method) => `${repository}.${method}`)),
    );
    expect([...new Set(ALL_CALLS.map(({ name }) => name))].sort()).toEqual(methods.sort());
  });

  test.each(ALL_CALLS.map(({ title, call }) => [title, call] as const))(
    "%s lets out nothing of partner B or of another organization",
    async (_, call) => {
      const text = await letOut({ orgId: org.orgId, partnerId: world.partnerA }, call);
      for (const secret of SECRETS) expect(text).not.toContain(secret);
    },
  );

  test("none changes a row of anybody", async () => {
    const before = await stored();
    for (const { call } of ALL_CALLS) await letOut({ orgId: org.orgId, partnerId: world.partnerA }, call);
    expect(await stored()).toEqual(before);
  });

  test("those that read do let out B to staff of the organization, and never the other organization: the calls above would find a leak", async () => {
    const reading = ALL_CALLS.filter(
      ({ name }) =>
        !/\.(append|insert|keepCells|keepSales|create|addQuarter|finish|fail|cancel|createDraft|createVersion|publish|publishVersion|discard|moveCurrentRun|revoke|remove|update|lockOrCreate|replace|adjust|revise|submit|giveBack|approve|record|revokeFor|accept|admit|changeRole|markSignedIn|changePassword|mark|queue|reach|end|save|propose|withdraw|see|add|addComment|resolveComment)$/.test(
          name,
        ),
    );
    const letting = new Set<string>();
    for (const { name, call } of reading) {
      const text = await letOut({ orgId: org.orgId, partnerId: null }, call);
      if (["SECRET", "77.1", "777125", "60.7"].some((secret) => text.includes(secret))) letting.add(name);
      for (const secret of ["C-SECRET", "SECRET Inc", "66.2", "662500"]) expect(text).not.toContain(secret);
    }
    expect([...letting].sort()).toEqual([
      "allocations.find",
      "allocations.list",
      "allocations.listClaimants",
      "allocations.listOfPartner",
      "backTests.findLast",
      "backTests.findWork",
      "backTests.listPartners",
      "backTests.listResults",
      "batches.find",
      "batches.findDetail",
      "batches.list",
      "batches.listNeedingAttention",
      "coverage.bestSellers",
      "coverage.partners",
      "coverage.revenueOf",
      "coverage.sales",
      "decisions.findExplained",
      "decisions.findFrozen",
      "decisions.listFrozen",
      "decisions.listHistory",
      "decisions.listInputs",
      "decisions.listStored",
      "drafts.listComments",
      "drafts.listEditors",
      "evidence.findMetric",
      "evidence.list",
      "evidence.summarize",
      "funds.find",
      "funds.findForPeriod",
      "funds.findPrevious",
      "funds.list",
      "funds.listChanges",
      "funds.lock",
      "invitations.find",
      "invitations.list",
      "kpis.partners",
      "kpis.sums",
      "metrics.collect",
      "metrics.collectAsOf",
      "metrics.collectWithin",
      "moves.list",
      "overrides.find",
      "overrides.findOpen",
      "overrides.list",
      "overrides.listExpiring",
      "partners.find",
      "partners.list",
      "population.collect",
      "programChoices.attributes",
      "programs.findVersion",
      "programs.listVersions",
      "programs.readDocument",
      "simulations.findLast",
      "standings.choices",
      "standings.list",
      "standings.listAfter",
      "standings.listBorderline",
      "standings.total",
      "tokens.find",
      "tokens.list",
      "users.findAccount",
      "users.findActive",
      "users.list",
    ]);
  });
});
