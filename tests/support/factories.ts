import pg from "pg";
import { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/permissions";
import { Program } from "@/lib/domain/define/program";
import { approveProposal } from "@/lib/services/define/approve-proposal";
import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { proposeDraft } from "@/lib/services/define/propose-draft";
import { publishProgramVersion } from "@/lib/services/define/publish-program-version";
import { simulateDraft } from "@/lib/services/optimize/simulate-draft";
import { factFactory, type ObservationFact } from "./facts";

/** Two criteria of 0 to 100, sales (weight 60) and quality (40), added up; registered, silver from 40, gold from 60. One miss is forgiven. */
export function program(overrides: Partial<Program> = {}): Program {
  const criterion = (key: string, weight: number) => ({
    kind: "criterion",
    key: `${key}_points`,
    name: `Points for ${key}`,
    weight,
    metric: key,
    curve: { kind: "linear", zeroAt: 0, fullAt: 100 },
    missing: { rule: "zero" },
  });
  const metric = (key: string) => ({
    key,
    name: `Metric ${key}`,
    unit: "number",
    betterWhen: "higher",
    source: { kind: "observation", metric: key, aggregate: "latest", window: { kind: "trailingMonths", months: 12 } },
  });
  return Program.parse({
    format: "tierline.program/1",
    name: "Distributor program",
    currency: "USD",
    fiscalCalendar: { kind: "months", startMonth: 1 },
    exchangeRates: [],
    scoreDecimals: 1,
    metrics: [metric("sales"), metric("quality")],
    score: {
      kind: "group",
      key: "score",
      name: "Score",
      weight: 1,
      combine: "arithmetic",
      children: [criterion("sales", 60), criterion("quality", 40)],
    },
    tiers: [
      { key: "registered", name: "Registered", requires: null },
      { key: "silver", name: "Silver", requires: { kind: "score", atLeast: 40 } },
      { key: "gold", name: "Gold", requires: { kind: "score", atLeast: 60 } },
    ],
    qualification: "highestMet",
    movement: {
      promoteAt: "everyRun",
      demoteAt: "everyRun",
      graceReviews: 1,
      maxStepsUp: null,
      maxStepsDown: null,
      holdMargin: 0,
      newPartners: null,
    },
    ...overrides,
  });
}

/** What the two criteria of `program` measure: the score is 0.6 sales + 0.4 quality. */
export type Measured = { readonly sales: number; readonly quality: number };

export type PartnerSeed = { readonly code: string; readonly name?: string; readonly type?: string; readonly region?: string };

export type ScoreOrganization = Awaited<ReturnType<typeof scoreOrganization>>;

/** An organization with partners in the regions `north` and `south` (both below `world`), and nothing published yet; of sample data if `isDemo`. */
export async function scoreOrganization(appUrl: string, name: string, partners: readonly PartnerSeed[], { isDemo = false } = {}) {
  const facts = await factFactory(appUrl, { name, currency: "USD", isDemo });
  const { orgId } = facts;
  const client = new pg.Client({ connectionString: appUrl, options: "-c TimeZone=UTC" });
  await client.connect();
  await client.query("select set_config('app.org_id', $1, false)", [String(orgId)]);

  await facts.region("world");
  for (const region of ["north", "south"]) await facts.region(region, "world");
  for (const metric of ["sales", "quality"]) await facts.customMetric(metric);
  for (const { code, name: partnerName, type, region } of partners) {
    await facts.partner(code, region ?? "north");
    await client.query("update partner set name = $1, type = $2 where org_id = $3 and code = $4", [
      partnerName ?? `Partner ${code}`,
      type ?? null,
      orgId,
      code,
    ]);
  }
  const ids = await facts.partnerIds();
  const idOf = (code: string): number => ids.get(code) ?? Number.NaN;
  const staff = (role: Exclude<Role, "partner">) => Actor.fromUserRow({ id: 1, orgId, name: `The ${role}`, role, partnerId: null });
  const manager = staff("channel_manager");
  const second = Actor.fromUserRow({ id: 3, orgId, name: "The second manager", role: "channel_manager", partnerId: null });

  return {
    orgId,
    facts,
    /** SQL as the application's role within the organization. */
    sql: (text: string, values: unknown[] = []) => client.query(text, values),
    idOf,
    staff,
    manager,
    /** Another person with the same rights. */
    second,
    partnerUser: (code: string) => Actor.fromUserRow({ id: 2, orgId, name: `User of ${code}`, role: "partner", partnerId: idOf(code) }),
    /** Publishes observations of one day as a batch of their own, at an instant where that matters. */
    async observe(observedOn: string, measured: Readonly<Record<string, Measured>>, publishedAt?: string): Promise<void> {
      const observations = Object.entries(measured).flatMap(([partner, values]): ObservationFact[] =>
        Object.entries(values).map(([metric, value]) => ({ partner, metric, observedOn, value })),
      );
      const { seq } = await facts.batch({ observations, ...(publishedAt !== undefined && { publishedAt }) });
      await client.query(
        "insert into org_counter (org_id, name, value) values ($1, 'seq', $2) on conflict (org_id, name) do update set value = excluded.value",
        [orgId, seq],
      );
    },
    /** Once a run is published it takes two people, and a simulation. */
    async publishProgram(document: Program, effectiveFrom = "2020-01-01"): Promise<number> {
      const { version, revision } = await createProgramVersion(manager, { document });
      const { rowCount } = await client.query("select from run where org_id = $1 and status = 'published' limit 1", [orgId]);
      if (rowCount === 0) await publishProgramVersion(manager, { version, effectiveFrom });
      else {
        await simulateDraft(manager, { version });
        const proposed = await proposeDraft(manager, { version, revision, effectiveFrom, note: "other rules" });
        await approveProposal(second, { version, revision: proposed.revision });
      }
      return version;
    },
    async override(partner: string, tier: string, expiresOn: string): Promise<void> {
      await client.query(
        `with next as (insert into org_counter as c (org_id, name, value) values ($1, 'override', 1) on conflict (org_id, name) do update set value = c.value + 1 returning value)
         insert into tier_override (org_id, number, program_id, partner_id, tier, reason, owner, expires_on, created_by)
         select p.org_id, next.value, p.id, $2, $3, 'strategic account', 'Olga Owner', $4, 'Olga Owner' from program p, next where p.org_id = $1`,
        [orgId, idOf(partner), tier, expiresOn],
      );
    },
    async close(): Promise<void> {
      await client.end();
      await facts.close();
    },
  };
}
