import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { Actor } from "@/lib/access/actor";
import { Permission } from "@/lib/access/permissions";
import { today } from "@/lib/clock";
import { addDays, addMonths } from "@/lib/domain/shared/calendar-day";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { getHome } from "@/lib/services/measure/get-home";
import { createOverride } from "@/lib/services/score/create-override";
import { endOverride } from "@/lib/services/score/end-override";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { getOverrideChoices } from "@/lib/services/score/get-override-choices";
import { getOwnScorecard } from "@/lib/services/score/get-own-scorecard";
import { getScorecard } from "@/lib/services/score/get-scorecard";
import { listDecisions } from "@/lib/services/score/list-decisions";
import { listOverrides } from "@/lib/services/score/list-overrides";
import { publishRun } from "@/lib/services/score/publish-run";
import { verifyAudit } from "@/lib/services/settings/verify-audit";
import { program, type ScoreOrganization } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";

const database = scoreDatabase();
const TODAY = today("UTC");
const NEXT_YEAR = addMonths(TODAY, 12);
/** A is gold by its figures, B silver, C registered. */
const MEASURED = { A: { sales: 90, quality: 90 }, B: { sales: 50, quality: 50 }, C: { sales: 10, quality: 10 } };

async function organization(name: string): Promise<ScoreOrganization> {
  const org = await database.organization(
    name,
    Object.keys(MEASURED).map((code) => ({ code })),
  );
  await org.observe("2024-03-20", MEASURED);
  await org.publishProgram(program());
  return org;
}

const goldForC = { partner: "C", tier: "gold", reason: "strategic account", expires: NEXT_YEAR } as const;

/** Overrides, their numbers and the trail, as they are stored. */
async function stored(org: ScoreOrganization): Promise<unknown> {
  const { rows } = await org.sql(
    `select (select jsonb_agg(to_jsonb(o) order by o.number) from tier_override o) as overrides, (select count(*)::int from audit_event) as events,
       (select value from org_counter where name = 'override') as number`,
  );
  return rows[0];
}

async function tierOf(org: ScoreOrganization, run: number, partner: string): Promise<string | undefined> {
  const { items } = await listDecisions(org.manager, { run });
  const row = items.find((item) => item.partner.code === partner);
  return row && `${row.tier}${row.overridden ? ", by hand" : ""}`;
}

async function trail(org: ScoreOrganization) {
  const { rows } = await org.sql("select action, target, detail from audit_event where action like 'override.%' order by seq");
  return rows;
}

describe("an override", () => {
  test("pins a partner's tier from the next evaluation on, whatever its figures, until it is ended with a reason", async () => {
    const org = await organization("a life");
    await evaluateRun(org.manager, { asOf: "2024-03-31" });
    await publishRun(org.manager, { run: 1 });
    const created = await createOverride(org.manager, goldForC);
    expect(created).toEqual({
      ...{ number: 1, state: "in_force", program: "main", partner: { code: "C", name: "Partner C" } },
      tier: { key: "gold", name: "Gold", rank: 2, of: 3 },
      qualified: { key: "registered", name: "Registered", rank: 0, of: 3 },
      ...{ reason: "strategic account", owner: "The channel_manager", expires: NEXT_YEAR, daysLeft: expect.any(Number) },
      ...{ createdBy: "The channel_manager", createdAt: expect.stringMatching(/Z$/), ended: null, replaced: null },
    });
    expect((await getScorecard(org.manager, { partner: "C" })).override).toBeNull();
    expect((await getScorecard(org.manager, { partner: "C" })).openOverride).toMatchObject({ number: 1, state: "in_force" });

    const draft = await evaluateRun(org.manager, { asOf: "2024-06-30" });
    expect(draft.movements.overridden).toBe(1);
    expect([await tierOf(org, 1, "C"), await tierOf(org, 2, "C"), await tierOf(org, 2, "B")]).toEqual(["registered", "gold, by hand", "silver"]);
    await publishRun(org.manager, { run: 2 });

    const ended = await endOverride(org.manager, { override: 1, reason: "the account left" });
    expect(ended).toMatchObject({
      state: "ended",
      daysLeft: null,
      ended: { by: "The channel_manager", reason: "the account left", replacedBy: null },
    });
    expect((await getScorecard(org.manager, { partner: "C" })).openOverride).toBeNull();
    expect(await tierOf(org, 2, "C")).toBe("gold, by hand"); // what is published stays
    await evaluateRun(org.manager, { asOf: "2024-09-30" });
    expect(await tierOf(org, 3, "C")).toBe("gold"); // held in grace, no more by hand
    expect(await trail(org)).toEqual([
      {
        ...{ action: "override.create", target: "override 1, partner C" },
        detail: { program: "main", tier: "gold", reason: "strategic account", owner: "The channel_manager", expires: NEXT_YEAR, replaced: null },
      },
      { action: "override.end", target: "override 1, partner C", detail: { reason: "the account left" } },
    ]);
    expect((await verifyAudit(org.staff("admin"), {})).broken).toBeNull();
  });

  test("ends when another one of the same partner takes its place, which the answer, the trail and the ended one say", async () => {
    const org = await organization("replaced");
    await createOverride(org.manager, goldForC);
    await createOverride(org.manager, { ...goldForC, partner: "B" });
    const silver = { ...goldForC, tier: "silver", reason: "a smaller account now" };
    const second = await createOverride(org.staff("admin"), { ...silver, replaces: 1 });
    expect(second).toMatchObject({ number: 3, replaced: 1, state: "in_force", tier: { key: "silver" } });
    expect((await listOverrides(org.manager, { state: "ended" })).items).toMatchObject([
      { number: 1, tier: { key: "gold" }, ended: { by: "The admin", reason: null, replacedBy: 3 } },
    ]);
    expect((await listOverrides(org.manager, {})).items.map(({ number }) => number)).toEqual([2, 3]);
    expect((await trail(org)).slice(2)).toMatchObject([
      { action: "override.end", target: "override 1, partner C", detail: { replacedBy: 3 } },
      { action: "override.create", target: "override 3, partner C", detail: { replaced: 1 } },
    ]);
    await evaluateRun(org.manager, { asOf: "2024-03-31" });
    expect([await tierOf(org, 1, "C"), await tierOf(org, 1, "B")]).toEqual(["silver, by hand", "gold, by hand"]);
  });

  test("holds in evaluations as of the day before it expires, and not of that day", async () => {
    const org = await organization("the last day");
    const expires = addDays(TODAY, 1);
    await createOverride(org.manager, { ...goldForC, expires });
    await evaluateRun(org.manager, { asOf: TODAY });
    await evaluateRun(org.manager, { asOf: expires });
    expect([await tierOf(org, 1, "C"), await tierOf(org, 2, "C")]).toEqual(["gold, by hand", "registered"]);
  });

  test("that has expired gives way to another one, and can be ended so that earlier days leave it out too", async () => {
    const org = await organization("expired");
    await org.override("C", "gold", "2024-04-30");
    await org.override("B", "gold", "2024-04-30");
    expect((await listOverrides(org.manager, { state: "expired" })).items).toMatchObject([
      { number: 2, state: "expired", daysLeft: null },
      { number: 1, state: "expired" },
    ]);
    expect(await createOverride(org.manager, { ...goldForC, tier: "silver" })).toMatchObject({ number: 3, replaced: 1 });
    expect(await endOverride(org.manager, { override: 2, reason: "was a mistake" })).toMatchObject({ state: "ended" });
    await evaluateRun(org.manager, { asOf: "2024-03-31" });
    expect([await tierOf(org, 1, "C"), await tierOf(org, 1, "B")]).toEqual(["silver, by hand", "silver"]);
  });

  test("is answered for by the person who made it, also behind a token, or by a colleague who is named", async () => {
    const org = await organization("owners");
    const addUser = "insert into app_user (org_id, email, name, role, partner_id, password_hash) values ($1, $2, $3, $4, $5, 'none') returning id";
    const { rows } = await org.sql(addUser, [org.orgId, "mia@owners.example", "Mia Manager", "channel_manager", null]);
    await org.sql(addUser, [org.orgId, "fay@owners.example", "Fay Finance", "finance", null]);
    await org.sql(addUser, [org.orgId, "pat@owners.example", "Pat Partner", "partner", org.idOf("A")]);
    const holder = { id: rows[0].id, orgId: org.orgId, role: "channel_manager" as const, partnerId: null };
    const token = Actor.fromTokenRow({ id: 1, name: "nightly", scopes: Permission.options }, holder);
    expect(await createOverride(token, goldForC)).toMatchObject({ owner: "Mia Manager", createdBy: "nightly" });
    const named = await createOverride(org.manager, { ...goldForC, partner: "B", owner: " Fay@Owners.Example" });
    expect(named).toMatchObject({ owner: "Fay Finance", createdBy: "The channel_manager" });
    expect(await getOverrideChoices(token, {})).toEqual({
      program: "main",
      tiers: [
        { key: "gold", name: "Gold" },
        { key: "silver", name: "Silver" },
        { key: "registered", name: "Registered" },
      ],
      expires: { first: addDays(TODAY, 1), last: addMonths(TODAY, 24) },
      owners: [{ email: "fay@owners.example", name: "Fay Finance" }],
    });
  });
});

describe("what is refused changes nothing:", () => {
  let org: ScoreOrganization;
  beforeAll(async () => {
    org = await organization("refusals");
    await createOverride(org.manager, goldForC);
    await org.sql(
      "insert into app_user (org_id, email, name, role, partner_id, password_hash) values ($1, 'pat@refusals.example', 'Pat', 'partner', $2, 'none')",
      [org.orgId, org.idOf("A")],
    );
    await org.sql(
      "insert into app_user (org_id, email, name, role, password_hash, removed_at) values ($1, 'gone@refusals.example', 'Gone', 'admin', 'none', now())",
      [org.orgId],
    );
  });

  async function refused(act: () => Promise<unknown>, problem: object): Promise<void> {
    const before = await stored(org);
    await expect(act()).rejects.toMatchObject(problem);
    expect(await stored(org)).toEqual(before);
  }

  const issueAt = (path: string, message: RegExp) => ({ details: { issues: [{ path, message: expect.stringMatching(message) }] } });

  test.each<[string, Record<string, unknown>, object]>([
    ["a partner that does not exist", { partner: "X" }, { code: "not_found", message: expect.stringContaining('"X"') }],
    ["a tier that the version in effect does not have", { tier: "platinum" }, issueAt("tier", /no tier "platinum"; it has registered, silver, gold/)],
    ["today as its last day", { expires: TODAY }, issueAt("expires", /tomorrow/)],
    ["more than two years", { expires: addDays(addMonths(TODAY, 24), 1) }, issueAt("expires", /from .* to/)],
    ["a day that does not exist", { expires: "2027-02-30" }, issueAt("expires", /./)],
    ["no reason", { reason: "  " }, issueAt("reason", /reason of at least/)],
    ["a reason of several lines", { reason: "one\ntwo" }, issueAt("reason", /line break/)],
    ["an owner without an account", { owner: "nobody@refusals.example" }, issueAt("owner", /no one of your staff/)],
    ["an owner who was removed", { owner: "gone@refusals.example" }, issueAt("owner", /no one of your staff/)],
    ["a partner's own user as owner", { owner: "pat@refusals.example" }, issueAt("owner", /no one of your staff/)],
    ["a program that does not exist", { program: "other" }, { code: "not_found", message: expect.stringContaining("Publish one first") }],
  ])("an override with %s", async (_, change, problem) => {
    await refused(() => createOverride(org.manager, { ...goldForC, ...change }), problem);
  });

  test("one that nobody answers for", async () => {
    await refused(() => createOverride(Actor.system(org.orgId, "command line"), goldForC), {
      code: "invalid_input",
      ...issueAt("owner", /name the user/),
    });
  });

  test("making and ending, for those who do not hold the permission", async () => {
    for (const actor of [org.staff("finance"), org.partnerUser("C"), org.partnerUser("A")]) {
      await refused(() => createOverride(actor, goldForC), { code: "forbidden" });
      await refused(() => endOverride(actor, { override: 1, reason: "mine now" }), { code: "forbidden" });
    }
    await expect(listOverrides(org.partnerUser("C"), {})).rejects.toMatchObject({ code: "forbidden" });
    expect((await listOverrides(org.staff("finance"), {})).items).toHaveLength(1);
  });

  test("ending without a reason, or one that does not exist", async () => {
    await refused(() => endOverride(org.manager, { override: 1, reason: "" }), issueAt("reason", /./));
    await refused(() => endOverride(org.manager, { override: 2, reason: "not there" }), { code: "not_found" });
  });

  test("ending twice", async () => {
    const other = await organization("ended twice");
    await createOverride(other.manager, goldForC);
    await endOverride(other.manager, { override: 1, reason: "once" });
    const before = await stored(other);
    await expect(endOverride(other.staff("admin"), { override: 1, reason: "twice" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("ended by The channel_manager already"),
    });
    expect(await stored(other)).toEqual(before);
  });

  test("anything about the overrides of another organization", async () => {
    const other = await organization("another organization");
    await createOverride(other.manager, goldForC);
    await createOverride(other.manager, { ...goldForC, partner: "B" });
    await refused(() => endOverride(org.manager, { override: 2, reason: "not mine" }), { code: "not_found" });
    expect((await listOverrides(org.manager, { state: "all" })).items.map(({ number }) => number)).toEqual([1]);
    expect((await listOverrides(other.manager, { state: "all" })).items.map(({ number }) => number)).toEqual([2, 1]);
  });
});

test("a partner sees its own override with tier, reason and last day, not who answers for it, and nothing of another partner's", async () => {
  const org = await organization("seen by partners");
  await createOverride(org.manager, goldForC);
  await createOverride(org.manager, { ...goldForC, partner: "B", reason: "the secret of B" });
  await evaluateRun(org.manager, { asOf: "2024-03-31" });
  await publishRun(org.manager, { run: 1 });
  const own = await getOwnScorecard(org.partnerUser("C"), {});
  expect(own.override).toEqual({ tier: "gold", reason: "strategic account", expires: NEXT_YEAR });
  expect(JSON.stringify(own)).not.toMatch(/The channel_manager|secret of B/);
  expect((await getOwnScorecard(org.partnerUser("A"), {})).override).toBeNull();
});

test("of twenty who override one partner at once one is in force, and each of the others was replaced by the one after it", async () => {
  const org = await organization("twenty at once");
  const created = await Promise.all(
    Array.from({ length: 20 }, (_, i) => createOverride(org.manager, { ...goldForC, tier: i % 2 === 0 ? "gold" : "silver", reason: `person ${i}` })),
  );
  expect(created.map(({ number, replaced }) => [number, replaced]).sort(([a], [b]) => Number(a) - Number(b))).toEqual(
    Array.from({ length: 20 }, (_, i) => [i + 1, i === 0 ? null : i]),
  );
  expect((await listOverrides(org.manager, {})).items).toMatchObject([{ number: 20 }]);
  expect((await listOverrides(org.manager, { state: "ended" })).items.map(({ number, ended }) => [number, ended?.replacedBy])).toEqual(
    Array.from({ length: 19 }, (_, i) => [19 - i, 20 - i]),
  );
  expect(await trail(org)).toHaveLength(39);
});

test("those in force are listed by the day they expire, others newest first, page after page, of all partners or of one", async () => {
  const org = await organization("lists");
  for (const [partner, months] of [
    ["C", 9],
    ["A", 3],
    ["B", 3],
    ["C", 6],
  ] as const)
    await createOverride(org.manager, { ...goldForC, partner, expires: addMonths(TODAY, months) });
  const numbers = async (query: Parameters<typeof listOverrides>[1]) => {
    const found: number[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listOverrides(org.manager, { limit: 1, ...query, ...(cursor !== undefined && { cursor }) });
      found.push(...page.items.map(({ number }) => number));
      if (page.nextCursor === null) return found;
      cursor = page.nextCursor;
    }
  };
  expect(await numbers({})).toEqual([2, 3, 4]);
  expect(await numbers({ state: "all" })).toEqual([4, 3, 2, 1]);
  expect(await numbers({ state: "all", partner: "C" })).toEqual([4, 1]);
  expect(await numbers({ state: "ended" })).toEqual([1]);
  expect(await numbers({ state: "expired" })).toEqual([]);
});

test("home names those that expire within sixty days, the next one first", async () => {
  const org = await organization("home");
  for (const [partner, days] of [
    ["A", 61],
    ["B", 60],
    ["C", 1],
  ] as const)
    await createOverride(org.manager, { ...goldForC, partner, expires: addDays(TODAY, days) });
  expect((await getHome(org.staff("finance"), {})).expiring).toMatchObject([
    { partner: { code: "C" }, daysLeft: 1 },
    { partner: { code: "B" }, daysLeft: 60 },
  ]);
  await endOverride(org.manager, { override: 3, reason: "not needed" });
  expect((await getHome(org.manager, {})).expiring.map(({ number }) => number)).toEqual([2]);
});

test("a tier that the program gives up is told as such, and pins nothing", async () => {
  const org = await organization("a tier less");
  await createOverride(org.manager, { ...goldForC, tier: "silver" });
  const { tiers } = program();
  await org.publishProgram(program({ tiers: tiers.filter(({ key }) => key !== "silver") }), "2020-01-02");
  expect((await listOverrides(org.manager, {})).items).toMatchObject([{ tier: { key: "silver", name: "silver", rank: null, of: 2 } }]);
  await evaluateRun(org.manager, { asOf: "2024-03-31" });
  expect(await tierOf(org, 1, "C")).toBe("registered");
});

describe("the database refuses, even to the owner of the tables, that an override", () => {
  let org: ScoreOrganization;
  beforeAll(async () => {
    org = await organization("guards");
    await createOverride(org.manager, goldForC);
    await createOverride(org.manager, { ...goldForC, partner: "B" });
    await endOverride(org.manager, { override: 2, reason: "over" });
  });

  const END = "ended_at = now(), ended_by = 'me', end_reason = 'because'";
  test.each<[string, string, RegExp]>([
    ["pins another tier", "update tier_override set tier = 'silver' where number = 1", /never changes/],
    ["has another reason", "update tier_override set reason = 'other' where number = 1", /never changes/],
    ["has another owner", "update tier_override set owner = 'other' where number = 1", /never changes/],
    ["expires on another day", "update tier_override set expires_on = expires_on + 1 where number = 1", /never changes/],
    ["is another partner's", "update tier_override set partner_id = partner_id - 1 where number = 1", /never changes/],
    ["changes while it ends", `update tier_override set tier = 'silver', ${END} where number = 1`, /never changes/],
    ["ends without a reason", "update tier_override set ended_at = now(), ended_by = 'me' where number = 1", /tier_override_ended/],
    ["ends without an end", "update tier_override set end_reason = 'because' where number = 1", /tier_override_ended/],
    [
      "gives way to one that is not there",
      "update tier_override set ended_at = now(), ended_by = 'me', replaced_by = 99 where number = 1",
      /tier_override_replaced_by/,
    ],
    ["ends a second time", `update tier_override set ${END} where number = 2`, /it has ended/],
    ["comes into force again", "update tier_override set ended_at = null, ended_by = null, end_reason = null where number = 2", /it has ended/],
    ["is deleted", "delete from tier_override where number = 1", /ended, never deleted/],
    ["is deleted once it has ended", "delete from tier_override where number = 2", /ended, never deleted/],
    ["goes with all others", "truncate tier_override cascade", /overrides never change|permission denied|must be owner/],
    [
      "is a second one of a partner",
      `insert into tier_override (org_id, number, program_id, partner_id, tier, reason, owner, expires_on, created_by)
       select org_id, 3, program_id, partner_id, tier, reason, owner, expires_on, created_by from tier_override where number = 1`,
      /tier_override_one/,
    ],
  ])("%s", async (_, statement, refusal) => {
    const owner = new pg.Client(database.ownerUrl());
    await owner.connect();
    const before = await stored(org);
    try {
      await owner.query("select set_config('app.org_id', $1, false)", [String(org.orgId)]);
      await expect(owner.query(statement)).rejects.toThrow(refusal);
      await expect(org.sql(statement)).rejects.toThrow();
    } finally {
      await owner.end();
    }
    expect(await stored(org)).toEqual(before);
  });
});

test("an error at the last step leaves nothing: no override, no number, and the one before in force", async () => {
  const org = await organization("interrupted");
  await createOverride(org.manager, goldForC);
  const before = await stored(org);
  const owner = new pg.Client(database.ownerUrl());
  await owner.connect();
  await owner.query("alter table audit_event add constraint refused check (action <> 'override.create') not valid");
  try {
    await expect(createOverride(org.manager, { ...goldForC, tier: "silver" })).rejects.toThrow(/refused/);
  } finally {
    await owner.query("alter table audit_event drop constraint refused");
    await owner.end();
  }
  expect(await stored(org)).toEqual(before);
});

/** A day as people of another organization have it. */
test("today is the organization's own day", async () => {
  const org = await organization("ahead of time");
  await org.sql("update organization set time_zone = 'Pacific/Kiritimati' where id = $1", [org.orgId]);
  const there: IsoDate = today("Pacific/Kiritimati");
  await expect(createOverride(org.manager, { ...goldForC, expires: there })).rejects.toMatchObject({ code: "unprocessable" });
  expect(await createOverride(org.manager, { ...goldForC, expires: addDays(there, 1) })).toMatchObject({ daysLeft: 1 });
});
