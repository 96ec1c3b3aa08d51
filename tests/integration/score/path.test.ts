import { beforeAll, describe, expect, test } from "vitest";
import type { PathAnswer } from "@/lib/contracts/path";
import type { Effort } from "@/lib/domain/define/effort";
import type { Program } from "@/lib/domain/define/program";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { getOwnPath } from "@/lib/services/score/get-own-path";
import { getPath } from "@/lib/services/score/get-path";
import { publishRun } from "@/lib/services/score/publish-run";
import { program, type ScoreOrganization } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";

const database = scoreDatabase();

const effort = (metric: string, each: number): Effort => ({ metric, step: 5, effort: each, leadDays: { first: 20, each: 10 }, mostSteps: 19 });
/** A step of sales brings 3 points, one of quality 2. */
const EFFORT: Partial<Program> = { effort: [effort("sales", 6), effort("quality", 4)], effortUnit: "days of work" };

async function publish(org: ScoreOrganization, asOf: string): Promise<void> {
  const { number } = await evaluateRun(org.manager, { asOf });
  await publishRun(org.manager, { run: number });
}

/** "sales 40 → 60 and quality 50 → 55". */
const changesIn = ({ ways }: PathAnswer) => ways.map(({ steps }) => steps.map(({ key, from, to }) => `${key} ${from} → ${to}`).join(" and "));

describe("the path of a partner", () => {
  let org: ScoreOrganization;

  beforeAll(async () => {
    org = await database.organization("path", [{ code: "A" }, { code: "B" }, { code: "TOP" }]);
    await org.publishProgram(program(EFFORT));
    await org.observe("2024-03-20", { A: { sales: 20, quality: 20 }, B: { sales: 40, quality: 50 }, TOP: { sales: 90, quality: 90 } });
    await publish(org, "2024-03-31");
    await org.observe("2024-05-20", { A: { sales: 50, quality: 50 } });
    await publish(org, "2024-05-31");
    await evaluateRun(org.manager, { asOf: "2024-06-30" });
  });

  test("is told to staff with what it takes", async () => {
    const path = await getPath(org.manager, { partner: "B" });
    expect(path).toMatchObject({
      ...{ partner: { code: "B", name: "Partner B" }, run: { number: 2, asOf: "2024-05-31" }, kind: "paths" },
      ...{ tier: { key: "gold", name: "Gold" }, by: "2024-06-30", isByAsked: false, others: "none", hasSeats: false, missing: [] },
      program: { currency: "USD", scoreDecimals: 1, effortUnit: "days of work" },
    });
    // 16 points are missing, and both metrics take two days a point: sales alone bring 18.
    expect(path.ways.map(({ effort: all, easiest, score }) => [all, easiest, score])).toEqual([
      [32, true, 60],
      [36, false, 62],
    ]);
    expect(changesIn(path)).toEqual(["quality 50 → 90", "sales 40 → 70"]);
    expect(path.ways.every(({ review, inTime }) => review === "2024-09-30" && !inTime)).toBe(true);
    expect(path.firstReview).toBe("2024-09-30");
    expect(path.ways[0]?.steps[0]).toMatchObject({
      name: "Metric quality",
      unit: "number",
      source: { kind: "observation" },
      effort: expect.any(Number),
    });
  });

  test("leads to the tier and the day that are asked for", async () => {
    const asked = { partner: "A", run: 1, tier: "silver", by: "2024-12-24" };
    const path = await getPath(org.manager, asked);
    expect(path).toMatchObject({ run: { number: 1 }, tier: { key: "silver" }, by: "2024-12-24", isByAsked: true, firstReview: null });
    expect(path.ways.map(({ inTime }) => inTime)).not.toContain(false);
    expect((await getPath(org.manager, { partner: "B", tier: "silver" })).kind).toBe("reached");
    expect(await getPath(org.manager, { partner: "TOP" })).toMatchObject({ kind: "highest", tier: null, by: null, ways: [] });
  });

  test("of an earlier run, and of a draft for staff, is of its figures", async () => {
    expect((await getPath(org.manager, { partner: "A", run: 1 })).tier?.key).toBe("silver");
    expect((await getPath(org.manager, { partner: "A" })).tier?.key).toBe("gold");
    expect((await getPath(org.manager, { partner: "A", run: 3 })).run.asOf).toBe("2024-06-30");
    expect((await getOwnPath(org.partnerUser("A"), { run: 1 })).tier?.key).toBe("silver");
    await expect(getOwnPath(org.partnerUser("A"), { run: 3 })).rejects.toMatchObject({ code: "not_found", message: "There is no run 3." });
  });

  test("is told to the partner itself without any effort", async () => {
    const [own, told] = [await getOwnPath(org.partnerUser("B"), {}), await getPath(org.manager, { partner: "B" })];
    expect(changesIn(own)).toEqual(changesIn(told));
    expect(own).toEqual({
      ...told,
      program: { ...told.program, effortUnit: null },
      ways: told.ways.map((way) => ({ ...way, effort: null, steps: way.steps.map((step) => ({ ...step, effort: null })) })),
    });
  });

  test("is nobody else's", async () => {
    for (const partner of ["A", "B"]) await expect(getPath(org.partnerUser("B"), { partner })).rejects.toMatchObject({ code: "forbidden" });
    await expect(getOwnPath(org.manager, {})).rejects.toMatchObject({ code: "not_found", message: expect.stringMatching(/from the standings/) });
    const other = await database.organization("another", [{ code: "OTHER" }]);
    await other.publishProgram(program(EFFORT));
    await publish(other, "2024-03-31");
    await expect(getPath(org.manager, { partner: "OTHER" })).rejects.toMatchObject({ code: "not_found" });
  });

  test("to a tier that there is none of, or by a day that has gone, is refused with what there is", async () => {
    const issueOf = (path: string, message: RegExp) => ({
      ...{ code: "unprocessable", message: expect.stringMatching(message) },
      details: { issues: [expect.objectContaining({ path })] },
    });
    const unknown = issueOf("tier", /^tier: the program has no tier "diamond"\. Use one of registered, silver, gold, /);
    await expect(getPath(org.manager, { partner: "B", tier: "diamond" })).rejects.toMatchObject(unknown);
    await expect(getOwnPath(org.partnerUser("B"), { tier: "diamond" })).rejects.toMatchObject(unknown);
    const gone = issueOf("by", /^by: 2024-05-31 is not after 2024-05-31, the day of run 2\. Name a later day/);
    await expect(getPath(org.manager, { partner: "B", by: "2024-05-31" })).rejects.toMatchObject(gone);
    await expect(getPath(org.manager, { partner: "B", by: "tomorrow" })).rejects.toMatchObject({ code: "invalid_input" });
  });
});

test("a program that says nothing of effort, or cannot be followed so far, says so", async () => {
  const org = await database.organization("no effort", [{ code: "A" }]);
  await org.observe("2024-03-20", { A: { sales: 20, quality: 20 } });
  await org.publishProgram(program());
  await publish(org, "2024-03-31");
  expect(await getOwnPath(org.partnerUser("A"), {})).toMatchObject({ kind: "no_effort", tier: { key: "silver" } });
  await org.publishProgram(program({ effort: [{ ...effort("sales", 6), mostSteps: 2 }] }), "2024-04-01");
  await publish(org, "2024-04-30");
  expect(await getOwnPath(org.partnerUser("A"), {})).toMatchObject({
    ...{ kind: "out_of_reach", program: { effortUnit: null } },
    missing: [{ key: "silver", name: "Silver", verdict: "short", check: { have: 26, need: 40, gap: 14 }, seats: null }],
  });
});

describe("where partners compete,", () => {
  const RIVALS = { RIVAL1: { sales: 97, quality: 71 }, RIVAL2: { sales: 62, quality: 62 }, RIVAL3: { sales: 31, quality: 13 } };

  async function competition(name: string, rules: Partial<Program>): Promise<ScoreOrganization> {
    const org = await database.organization(
      name,
      ["A", ...Object.keys(RIVALS)].map((code) => ({ code, name: `Name of ${code}` })),
    );
    await org.observe("2024-03-20", { A: { sales: 40, quality: 50 }, ...RIVALS });
    await org.publishProgram(program({ ...EFFORT, ...rules }));
    await publish(org, "2024-03-31");
    return org;
  }

  /** Whom it is about, and nothing that is theirs: what RIVAL1 scores, and as a score with a seat it must be passed. */
  function expectNothingOfRivals(own: PathAnswer): void {
    const text = JSON.stringify(own);
    for (const secret of ["RIVAL", "86.6", '"place":2', '"competing":2', '"place":3']) expect(text).not.toContain(secret);
  }

  test("for seats, staff see what wins one, and the partner what the tier asks", async () => {
    const tiers = program().tiers.map((tier) =>
      tier.key === "gold" ? { ...tier, capacity: { limit: { partners: 1 }, per: "all" as const, ties: "noneIn" as const } } : tier,
    );
    const org = await competition("path with seats", { tiers });
    const told = await getPath(org.manager, { partner: "A" });
    expect(told).toMatchObject({ kind: "paths", others: "as_they_are", hasSeats: true });
    expect(told.ways.every(({ score }) => score !== null && score > 86.6)).toBe(true);
    const own = await getOwnPath(org.partnerUser("A"), {});
    expect(own).toMatchObject({ kind: "paths", others: "left_out", hasSeats: true });
    expect(own.ways[0]?.score).toBe(60);
    expectNothingOfRivals(own);
    expect(await getOwnPath(org.partnerUser("RIVAL2"), {})).toMatchObject({ kind: "seats_taken", tier: { key: "gold" } });
  });

  test("for ranks, staff see the place that is won, and the partner only what it can do by itself", async () => {
    const { score } = program();
    const ranked = (only: boolean): Partial<Program> => {
      if (score.kind !== "group") throw new Error("the factory's score is a group");
      const among = { kind: "rank", peers: "all" } as const;
      return {
        score: { ...score, children: score.children.map((child, place) => (place === 0 || only ? { ...child, curve: among } : child)) as never },
      };
    };
    const org = await competition("path by rank", ranked(false));
    expect(await getPath(org.manager, { partner: "A" })).toMatchObject({ kind: "paths", others: "as_they_are" });
    const own = await getOwnPath(org.partnerUser("A"), {});
    expect(own.others).toBe("left_out");
    expect(own.ways.flatMap(({ steps }) => steps.map(({ key }) => key))).not.toContain("sales");
    expectNothingOfRivals(own);
    const ofAll = await competition("path by rank of everything", ranked(true));
    expect((await getOwnPath(ofAll.partnerUser("A"), {})).kind).toBe("depends_on_others");
    expectNothingOfRivals(await getOwnPath(ofAll.partnerUser("A"), {}));
  });
});
