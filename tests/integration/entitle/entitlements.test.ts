import { beforeAll, describe, expect, test } from "vitest";
import type { Entitlements } from "@/lib/domain/define/benefit";
import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { proposeDraft } from "@/lib/services/define/propose-draft";
import { getEntitlements } from "@/lib/services/entitle/get-entitlements";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { getOwnScorecard } from "@/lib/services/score/get-own-scorecard";
import { getScorecard } from "@/lib/services/score/get-scorecard";
import { publishRun } from "@/lib/services/score/publish-run";
import { reperformRun } from "@/lib/services/score/reperform-run";
import { program, type ScoreOrganization } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";

const ENTITLEMENTS: Entitlements = {
  benefits: [
    { key: "mdf", name: "MDF", kind: "mdf", type: "amount", per: "quarter", outcome: "Secret pipeline goal", owner: "Frank Finance" },
    { key: "support", name: "Support", kind: "conciergeSupport", type: "included", outcome: "Calm", owner: "Sue Service" },
  ],
  grants: { registered: { mdf: null, support: null }, silver: { mdf: 2500.5, support: null }, gold: { mdf: 10_000, support: true } },
};
const MDF = { key: "mdf", name: "MDF", kind: "mdf" };
const SUPPORT = { key: "support", name: "Support", kind: "conciergeSupport" };
const money = (amount: number) => ({ type: "amount", amount, per: "quarter" });
const INCLUDED = { type: "included" };

const database = scoreDatabase();
let org: ScoreOrganization;

beforeAll(async () => {
  org = await database.organization(
    "entitled",
    ["GOLD", "SILVER", "LOW"].map((code) => ({ code })),
  );
  await org.publishProgram(program());
  await org.observe("2024-03-20", { GOLD: { sales: 90, quality: 90 }, SILVER: { sales: 50, quality: 50 }, LOW: { sales: 10, quality: 10 } });
  await evaluateRun(org.manager, { asOf: "2024-03-31" });
  await publishRun(org.manager, { run: 1 });
  await org.publishProgram(program({ entitlements: ENTITLEMENTS }), "2024-04-01");
  await evaluateRun(org.manager, { asOf: "2024-06-30" });
  await publishRun(org.manager, { run: 2 });
  const richer = { ...ENTITLEMENTS, grants: { ...ENTITLEMENTS.grants, gold: { mdf: 99_999, support: true as const } } };
  await org.publishProgram(program({ entitlements: richer }), "2024-04-01");
});

describe("a scorecard", () => {
  test.each([
    ["GOLD", [money(10_000), null], [INCLUDED, null]],
    ["SILVER", [money(2500.5), money(10_000)], [null, INCLUDED]],
    ["LOW", [null, money(2500.5)], [null, null]],
  ])("of %s states what its tier grants and what the next one would, as the run's version says", async (code, mdf, support) => {
    const expected = [
      { ...MDF, value: mdf[0], next: mdf[1] },
      { ...SUPPORT, value: support[0], next: support[1] },
    ];
    expect((await getScorecard(org.manager, { partner: code })).entitlements).toEqual(expected);
    expect((await getOwnScorecard(org.partnerUser(code), {})).entitlements).toEqual(expected);
  });

  test("tells a partner neither what is expected of a benefit nor who answers for it", async () => {
    const text = JSON.stringify(await getOwnScorecard(org.partnerUser("GOLD"), {}));
    for (const secret of ["Secret pipeline goal", "Frank Finance", "Sue Service"]) expect(text).not.toContain(secret);
  });

  test("of a run before there was a catalogue has none", async () => {
    expect((await getScorecard(org.manager, { partner: "GOLD", run: 1 })).entitlements).toEqual([]);
  });
});

describe("the overview", () => {
  test("counts a run's partners by its own version's matrix, not by a later one", async () => {
    const { run, promised, document } = await getEntitlements(org.manager, {});
    expect(run.number).toBe(2);
    expect(document.entitlements).toEqual(ENTITLEMENTS);
    expect(promised).toEqual([
      {
        ...{ benefit: "mdf", name: "MDF", per: "quarter", total: 1_250_050 },
        tiers: [
          { tier: "registered", partners: 1, each: null, total: 0 },
          { tier: "silver", partners: 1, each: 250_050, total: 250_050 },
          { tier: "gold", partners: 1, each: 1_000_000, total: 1_000_000 },
        ],
      },
    ]);
  });

  test("of a run without a catalogue promises nothing", async () => {
    expect((await getEntitlements(org.manager, { run: 1 })).promised).toEqual([]);
  });

  test("is refused to a partner user, and not found without a published run", async () => {
    await expect(getEntitlements(org.partnerUser("GOLD"), {})).rejects.toMatchObject({ code: "forbidden" });
    const fresh = await database.organization("not entitled yet", []);
    await expect(getEntitlements(fresh.manager, {})).rejects.toMatchObject({ code: "not_found" });
  });
});

test("runs with and without a catalogue re-perform to the same bytes", async () => {
  for (const run of [1, 2]) expect(await reperformRun(org.manager, { run })).toMatchObject({ run, inputs: true, decisions: true, evaluation: true });
});

test("a matrix without a cell is kept as a draft, and neither published nor evaluated", async () => {
  const { grants } = ENTITLEMENTS;
  const document = program({ entitlements: { ...ENTITLEMENTS, grants: { ...grants, silver: { mdf: 1 } } } });
  const draft = await createProgramVersion(org.manager, { program: "main", document });
  expect(draft.issues).toEqual([
    { path: "entitlements.silver.support", severity: "error", code: "grant_missing", tier: "silver", benefit: "support" },
  ]);
  const version = { program: "main", version: draft.version };
  const proposal = { ...version, revision: draft.revision, effectiveFrom: "2024-07-01", note: "without a cell" };
  await expect(proposeDraft(org.manager, proposal)).rejects.toMatchObject({ code: "unprocessable" });
  await expect(evaluateRun(org.manager, { ...version, asOf: "2024-06-30" })).rejects.toMatchObject({ code: "unprocessable" });
});
