import { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/permissions";
import type { Fund } from "@/lib/contracts/fund";
import { Program } from "@/lib/domain/define/program";
import { proposeFund } from "@/lib/services/entitle/propose-fund";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { publishRun } from "@/lib/services/score/publish-run";
import { type Measured, program, type ScoreOrganization } from "../../support/factories";
import type { scoreDatabase } from "../../support/score-database";

/** Silver is granted 100.50 a quarter and gold 300, which is capped at 900; the rest goes by score × sales, which count as revenue. */
export function fundProgram(overrides: Partial<Program> = {}): Program {
  const plain = program();
  return program({
    metrics: Program.shape.metrics.parse(plain.metrics.map((metric) => (metric.key === "sales" ? { ...metric, unit: "money" } : metric))),
    entitlements: {
      benefits: [{ key: "mdf", name: "MDF", kind: "mdf", type: "amount", per: "quarter", outcome: "Pipeline", owner: "Marketing" }],
      grants: { registered: { mdf: null }, silver: { mdf: 100.5 }, gold: { mdf: 300 } },
    },
    funds: [{ benefit: "mdf", revenue: "sales", bounds: { gold: { floor: null, cap: 900 } } }],
    ...overrides,
  });
}

/** Scores 90, 50 and 10, which are gold, silver and registered. */
export const THREE: Readonly<Record<string, Measured>> = {
  GOLD: { sales: 90, quality: 90 },
  SILVER: { sales: 50, quality: 50 },
  LOW: { sales: 10, quality: 10 },
};

/** An organization with one published run as of 2024-03-31, and people of finance who are not each other. */
export async function fundOrganization(database: ReturnType<typeof scoreDatabase>, name: string, measured = THREE) {
  const org = await database.organization(
    name,
    Object.keys(measured).map((code) => ({ code })),
  );
  await org.publishProgram(fundProgram());
  await org.observe("2024-03-20", measured);
  await publishReview(org, "2024-03-31");
  const person = (id: number, role: Exclude<Role, "partner">, called: string) =>
    Actor.fromUserRow({ id, orgId: org.orgId, name: called, role, partnerId: null });
  return Object.assign(org, {
    fay: person(11, "finance", "Fay"),
    cora: person(12, "finance", "Cora"),
    adam: person(13, "admin", "Adam"),
    person,
  });
}
export type FundOrganization = Awaited<ReturnType<typeof fundOrganization>>;

export async function publishReview(org: ScoreOrganization, asOf: string): Promise<number> {
  const { number } = await evaluateRun(org.manager, { asOf });
  await publishRun(org.manager, { run: number });
  return number;
}

export function proposeQuarter(org: FundOrganization, budget: number, periodFrom = "2024-04-01"): Promise<Fund> {
  return proposeFund(org.fay, { benefit: "mdf", periodFrom, budget });
}

/** All that funds consist of, as it is stored. */
export async function storedFunds(org: ScoreOrganization): Promise<unknown> {
  const rows = async (table: string) =>
    (await org.sql(`select to_jsonb(t) as row from ${table} t where org_id = $1 order by to_jsonb(t)::text`, [org.orgId])).rows;
  return { funds: await rows("fund"), allocations: await rows("allocation"), changes: await rows("fund_change"), audit: await rows("audit_event") };
}
