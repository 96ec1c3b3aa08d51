import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import type { Fund, FundPage } from "@/lib/contracts/fund";
import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { adjustAllocation } from "@/lib/services/entitle/adjust-allocation";
import { approveFund } from "@/lib/services/entitle/approve-fund";
import { changeBudget } from "@/lib/services/entitle/change-budget";
import { compareFund } from "@/lib/services/entitle/compare-fund";
import { discardFund } from "@/lib/services/entitle/discard-fund";
import { exportAllocationsCsv } from "@/lib/services/entitle/export-allocations";
import { getFund } from "@/lib/services/entitle/get-fund";
import { listFunds } from "@/lib/services/entitle/list-funds";
import { listOwnAllocations } from "@/lib/services/entitle/list-own-allocations";
import { listPartnerAllocations } from "@/lib/services/entitle/list-partner-allocations";
import { proposeFund } from "@/lib/services/entitle/propose-fund";
import { returnFund } from "@/lib/services/entitle/return-fund";
import { submitFund } from "@/lib/services/entitle/submit-fund";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { scoreDatabase } from "../../support/score-database";
import { type FundOrganization, fundOrganization, fundProgram, proposeQuarter, publishReview, storedFunds } from "./fund-organization";

const database = scoreDatabase();

/** Amounts by partner, as a page of the fund tells them. */
const amounts = ({ rows }: FundPage) => Object.fromEntries(rows.map(({ partner, amount }) => [partner.code, amount]));
const revisionOf = ({ rows }: FundPage, code: string) => rows.find(({ partner }) => partner.code === code)?.revision ?? 0;

async function adjust(org: FundOrganization, fund: number, partner: string, amount: number, reason = "joint fair in May"): Promise<void> {
  const revision = revisionOf(await getFund(org.fay, { fund }), partner);
  await adjustAllocation(org.fay, { fund, partner, amount, reason, revision });
}

async function submitted(org: FundOrganization, budget: number, periodFrom?: string): Promise<Fund> {
  const { number, revision } = await proposeQuarter(org, budget, periodFrom);
  return submitFund(org.fay, { fund: number, revision });
}

async function approved(org: FundOrganization, budget: number, periodFrom?: string): Promise<Fund> {
  const { number, revision } = await submitted(org, budget, periodFrom);
  return approveFund(org.cora, { fund: number, revision });
}

/** That an act is refused with this code, and that nothing was stored by it. */
async function refused(org: FundOrganization, act: () => Promise<unknown>, expected: object): Promise<void> {
  const before = await storedFunds(org);
  await expect(act()).rejects.toMatchObject(expected);
  expect(await storedFunds(org)).toEqual(before);
}

describe("a proposal", () => {
  let org: FundOrganization;
  beforeAll(async () => {
    org = await fundOrganization(database, "proposal");
  });

  test("gives the bases of the tiers, and shares the rest by score × revenue, to the cent", async () => {
    // 1,000 − 300 − 100.50 = 599.50, shared 90 × 90 : 50 × 50
    const fund = await proposeQuarter(org, 100_000);
    const page = await getFund(org.cora, { fund: fund.number });
    expect(amounts(page)).toEqual({ GOLD: 75_811, SILVER: 24_189 });
    expect(fund).toMatchObject({
      ...{ status: "draft", currency: "USD", budget: 100_000, allocated: 100_000, unallocated: 0, partners: 2, adjusted: 0, revision: 1 },
      ...{ period: { from: "2024-04-01", until: "2024-07-01", year: 2024, quarter: 2 }, run: { number: 1, asOf: "2024-03-31" } },
    });
    expect(page.rows[0]).toMatchObject({
      ...{ tierName: "Gold", score: 90, revenue: 9_000, base: 30_000, floor: 0, cap: 90_000, bound: null },
      ...{ proposed: 75_811, reason: null, previous: null, perRevenue: 75_811 / 9_000 },
    });
    expect(page.totals).toMatchObject({ partners: 2, base: 40_050, proposed: 100_000, amount: 100_000, revenue: 14_000 });
  });

  test("leaves over what a cap does not take", async () => {
    const fund = await proposeQuarter(org, 1_000_000, "2024-07-01");
    // The silver partner has no cap, so it takes all that gold may not have.
    expect(amounts(await getFund(org.cora, { fund: fund.number }))).toEqual({ GOLD: 90_000, SILVER: 910_000 });
    const page = await getFund(org.cora, { fund: fund.number, bound: "cap" });
    expect([page.rows.map(({ partner }) => partner.code), page.totals.amount]).toEqual([["GOLD"], 90_000]);
  });

  test.each([
    [
      "a budget below the bases",
      { budget: 40_049 },
      { code: "unprocessable", message: expect.stringContaining("400.50 USD, and the budget is 400.49 USD") },
    ],
    [
      "a day within a quarter",
      { budget: 100_000, periodFrom: "2025-02-01" },
      { code: "invalid_input", message: expect.stringContaining("2025-01-01") },
    ],
    [
      "a period that has a fund",
      { budget: 100_000, periodFrom: "2024-04-01" },
      { code: "conflict", details: { code: "period_has_fund", about: { number: 1, benefit: "MDF" } } },
    ],
    ["a benefit without a rule", { budget: 100_000, benefit: "rebate" }, { code: "not_found" }],
    ["a budget below zero", { budget: -1 }, { code: "invalid_input" }],
    ["a part of a cent", { budget: 100.5 }, { code: "invalid_input" }],
  ])("is refused for %s, and nothing is stored", async (_, input, problem) => {
    await refused(org, () => proposeFund(org.fay, { benefit: "mdf", periodFrom: "2025-01-01", ...input }), problem);
  });

  test("is refused where nobody has a score times revenue, and something is left to share", async () => {
    const idle = await fundOrganization(database, "idle", { A: { sales: 0, quality: 100 } });
    await refused(idle, () => proposeQuarter(idle, 20_000), { code: "unprocessable", details: { code: "no_weights" } });
    expect((await proposeQuarter(idle, 10_050)).allocated).toBe(10_050);
  });

  test.each(["channel_manager"] as const)("is refused to a %s, who may look at it", async (role) => {
    const person = org.person(14, role, "Max");
    await refused(org, () => proposeFund(person, { benefit: "mdf", periodFrom: "2025-01-01", budget: 100_000 }), { code: "forbidden" });
    expect((await getFund(person, { fund: 1 })).may).toEqual({ allocate: false, approve: "no" });
  });

  test("offers the periods after the run that have no fund yet, and what the matrix promises", async () => {
    const { start, items } = await listFunds(org.fay, {});
    expect(items.map(({ number }) => number)).toEqual([2, 1]);
    expect(start).toMatchObject({ run: 1, asOf: "2024-03-31", currency: "USD" });
    expect(start?.benefits).toEqual([
      {
        benefit: { code: "mdf", name: "MDF" },
        promised: 40_050,
        partners: 2,
        periods: [
          { from: "2024-10-01", until: "2025-01-01", year: 2024, quarter: 4 },
          { from: "2025-01-01", until: "2025-04-01", year: 2025, quarter: 1 },
        ],
      },
    ]);
  });
});

describe("an adjustment", () => {
  test("moves one amount with its reason and author, and takes from what is unallocated", async () => {
    const org = await fundOrganization(database, "adjusted");
    const { number } = await proposeQuarter(org, 100_000);
    await adjust(org, number, "GOLD", 70_000, "no event this quarter");
    await adjust(org, number, "SILVER", 30_000, "opens a second shop");
    const page = await getFund(org.cora, { fund: number });
    expect(page.rows.map(({ partner, proposed, amount, reason, adjustedBy }) => [partner.code, proposed, amount, reason, adjustedBy])).toEqual([
      ["GOLD", 75_811, 70_000, "no event this quarter", "Fay"],
      ["SILVER", 24_189, 30_000, "opens a second shop", "Fay"],
    ]);
    expect(page.fund).toMatchObject({ allocated: 100_000, unallocated: 0, adjusted: 2, revision: 3 });
    expect(page.changes.map(({ kind, partner, before, after, reason, by }) => [kind, partner?.code, before, after, reason, by])).toEqual([
      ["adjusted", "SILVER", 24_189, 30_000, "opens a second shop", "Fay"],
      ["adjusted", "GOLD", 75_811, 70_000, "no event this quarter", "Fay"],
      ["proposed", undefined, null, 100_000, null, "Fay"],
    ]);
  });

  test("back to the proposed amount needs no reason and leaves none", async () => {
    const org = await fundOrganization(database, "taken back");
    const { number } = await proposeQuarter(org, 100_000);
    await adjust(org, number, "GOLD", 70_000);
    await adjust(org, number, "GOLD", 75_811, "");
    expect((await getFund(org.cora, { fund: number })).rows[0]).toMatchObject({ amount: 75_811, reason: null, adjustedBy: null });
  });

  test("to the amount and reason that are there already changes nothing and is not in the history", async () => {
    const org = await fundOrganization(database, "unchanged");
    const { number } = await proposeQuarter(org, 100_000);
    await adjust(org, number, "GOLD", 70_000, "agreed by phone");
    const before = await storedFunds(org);
    await adjust(org, number, "GOLD", 70_000, "agreed by phone");
    await adjust(org, number, "SILVER", 24_189, "");
    expect(await storedFunds(org)).toEqual(before);
  });

  test("is refused beyond the budget, without a reason, below zero, for a partner without a part, and on what another changed", async () => {
    const org = await fundOrganization(database, "refused");
    const { number } = await proposeQuarter(org, 100_000);
    const set = (partner: string, amount: number, reason: string, revision = 1) =>
      adjustAllocation(org.cora, { fund: number, partner, amount, reason, revision });
    await refused(org, () => set("GOLD", 75_812, "one cent too much"), { code: "unprocessable", details: { most: 75_811 } });
    await refused(org, () => set("GOLD", 10, ""), { code: "invalid_input" });
    await refused(org, () => set("GOLD", -1, "below zero"), { code: "invalid_input" });
    await refused(org, () => set("LOW", 1, "it tries hard"), { code: "not_found" });
    await adjust(org, number, "GOLD", 70_000);
    await refused(org, () => set("GOLD", 60_000, "seen before Fay changed it"), { code: "conflict", details: { amount: 70_000 } });
    await refused(org, () => adjustAllocation(org.manager, { fund: number, partner: "GOLD", amount: 1, reason: "mine now", revision: 2 }), {
      code: "forbidden",
    });
  });
});

describe("a changed budget", () => {
  test("is proposed anew from the last run, and keeps what was adjusted", async () => {
    const org = await fundOrganization(database, "rebudgeted");
    const { number } = await proposeQuarter(org, 100_000);
    await adjust(org, number, "SILVER", 20_000, "agreed by phone");
    await org.observe("2024-06-20", { GOLD: { sales: 100, quality: 100 } });
    await publishReview(org, "2024-06-30");
    expect((await getFund(org.fay, { fund: number })).newerRun).toEqual({ number: 2, asOf: "2024-06-30" });
    await changeBudget(org.fay, { fund: number, budget: 110_000, revision: 2 });
    const page = await getFund(org.fay, { fund: number });
    expect(page.rows.map(({ partner, proposed, amount, reason }) => [partner.code, proposed, amount, reason])).toEqual([
      // 1,100 − 400.50 = 699.50, shared 100 × 100 : 50 × 50
      ["GOLD", 85_960, 85_960, null],
      ["SILVER", 24_040, 20_000, "agreed by phone"],
    ]);
    expect(page.fund).toMatchObject({ budget: 110_000, allocated: 105_960, unallocated: 4_040, run: { number: 2 }, revision: 3 });
    expect(page.newerRun).toBeNull();
  });

  test("is refused where adjusted amounts would not fit, and to whoever has not seen the last change", async () => {
    const org = await fundOrganization(database, "too tight");
    const { number } = await proposeQuarter(org, 100_000);
    await adjust(org, number, "SILVER", 24_000);
    await refused(org, () => changeBudget(org.fay, { fund: number, budget: 50_000, revision: 1 }), { code: "conflict", details: { revision: 2 } });
    await refused(org, () => changeBudget(org.fay, { fund: number, budget: 50_000, revision: 2 }), { code: "unprocessable" });
  });
});

describe("an approval", () => {
  test("by another person locks the fund for good", async () => {
    const org = await fundOrganization(database, "approved");
    const fund = await approved(org, 100_000);
    expect(fund).toMatchObject({ status: "approved", submittedBy: "Fay", approvedBy: "Cora", allocated: 100_000 });
    for (const act of [
      () => adjustAllocation(org.fay, { fund: 1, partner: "GOLD", amount: 1, reason: "too late", revision: 1 }),
      () => changeBudget(org.fay, { fund: 1, budget: 200_000, revision: 1 }),
      () => submitFund(org.fay, { fund: 1, revision: 1 }),
      () => returnFund(org.adam, { fund: 1, reason: "second thoughts" }),
      () => discardFund(org.fay, { fund: 1 }),
      () => approveFund(org.adam, { fund: 1, revision: 1 }),
    ])
      await refused(org, act, { code: "conflict" });
  });

  test("is refused to everybody who prepared the fund, also through a token, and to those who have no part in money", async () => {
    const org = await fundOrganization(database, "four eyes");
    const { number } = await proposeQuarter(org, 100_000);
    await adjustAllocation(org.cora, { fund: number, partner: "GOLD", amount: 70_000, reason: "agreed", revision: 1 });
    await submitFund(org.fay, { fund: number, revision: 2 });
    await refused(org, () => approveFund(org.fay, { fund: number, revision: 2 }), { code: "forbidden" });
    await refused(org, () => approveFund(org.cora, { fund: number, revision: 2 }), { code: "forbidden" });
    await refused(org, () => approveFund(org.manager, { fund: number, revision: 2 }), { code: "forbidden" });
    expect((await getFund(org.cora, { fund: number })).may.approve).toBe("own");
    expect((await approveFund(org.adam, { fund: number, revision: 2 })).approvedBy).toBe("Adam");
  });

  test("waits for a submission, after which nothing changes unless it is returned with a reason", async () => {
    const org = await fundOrganization(database, "returned");
    const { number } = await proposeQuarter(org, 100_000);
    await refused(org, () => approveFund(org.cora, { fund: number, revision: 1 }), { code: "conflict" });
    await submitFund(org.fay, { fund: number, revision: 1 });
    await refused(org, () => adjustAllocation(org.fay, { fund: number, partner: "GOLD", amount: 1, reason: "again", revision: 1 }), {
      code: "conflict",
    });
    await refused(org, () => returnFund(org.cora, { fund: number, reason: " " }), { code: "invalid_input" });
    expect(await returnFund(org.cora, { fund: number, reason: "Silver needs more" })).toMatchObject({
      status: "draft",
      submittedBy: null,
      revision: 2,
    });
    await refused(org, () => submitFund(org.fay, { fund: number, revision: 1 }), { code: "conflict" });
  });

  test.each([
    ["an amount", "update allocation set amount = 1, reason = 'x', adjusted_by = 'x' where org_id = $1"],
    ["a part taken out", "delete from allocation where org_id = $1"],
    ["the budget", "update fund set budget = budget + 1 where org_id = $1"],
    ["the status", "update fund set status = 'draft', submitted_by_id = null, approved_by_id = null where org_id = $1"],
    ["the history", "update fund_change set reason = 'x' where org_id = $1"],
    ["the sum", "update fund set allocated = 0 where org_id = $1"],
  ])("cannot be changed past the services: %s", async (what, statement) => {
    const org = await fundOrganization(database, `locked ${what}`);
    await approved(org, 100_000);
    const before = await storedFunds(org);
    await expect(org.sql(statement, [org.orgId])).rejects.toThrow(/refused|permission denied/);
    expect(await storedFunds(org)).toEqual(before);
  });

  test("by the one who submitted, and more than the budget, are refused by the database too", async () => {
    const org = await fundOrganization(database, "checks");
    await submitted(org, 100_000);
    const approve = "update fund set status = 'approved', approved_by = 'Fay', approved_by_id = submitted_by_id where org_id = $1";
    await expect(org.sql(approve, [org.orgId])).rejects.toThrow("fund_approved_by_another");
    await returnFund(org.fay, { fund: 1, reason: "one more look" });
    await expect(org.sql("update fund set allocated = 0 where org_id = $1", [org.orgId])).rejects.toThrow("what its allocations add up to");
    const overspend = "update allocation set amount = amount + 1, reason = 'x', adjusted_by = 'x' where org_id = $1";
    await expect(org.sql(overspend, [org.orgId])).rejects.toThrow("fund_not_overspent");
  });
});

describe("the period before", () => {
  let org: FundOrganization;
  beforeAll(async () => {
    org = await fundOrganization(database, "periods");
    await approved(org, 100_000);
    await org.observe("2024-06-20", { LOW: { sales: 50, quality: 50 }, SILVER: { sales: 10, quality: 10 } });
    await publishReview(org, "2024-06-30"); // SILVER is held in grace
    await proposeQuarter(org, 90_000, "2024-07-01");
  });

  test("is the approved fund before, partner by partner, 0 for who had no part", async () => {
    const page = await getFund(org.fay, { fund: 2, sort: "name", direction: "asc" });
    expect(page.previous).toMatchObject({ number: 1, period: { quarter: 2 } });
    expect(page.rows.map(({ partner, previous, amount }) => [partner.code, previous, amount])).toEqual([
      // 900 − 300 − 2 × 100.50 = 399, shared 8,100 : 2,500 : 100
      ["GOLD", 75_811, 60_205],
      ["LOW", 0, 19_372],
      ["SILVER", 24_189, 10_423],
    ]);
    expect(page.totals).toMatchObject({ previous: 100_000, amount: 90_000 });
  });

  test("the totals follow the filter, and the export ties to them to the cent", async () => {
    for (const filter of [{}, { tier: "silver" }, { search: "gol" }, { region: "south" }, { adjusted: true }]) {
      const page = await getFund(org.fay, { fund: 2, ...filter });
      const { chunks, fileName } = await exportAllocationsCsv(org.fay, { fund: 2, ...filter });
      let text = "";
      for await (const chunk of chunks) text += chunk;
      const lines: Record<string, string>[] = parse(text, { columns: true, bom: true });
      const cents = (name: string) => lines.reduce((sum, line) => sum + Math.round(Number(line[name]) * 100), 0);
      expect(fileName).toBe("fund-2-2024-07-01.csv");
      expect(lines.map(({ partner_code }) => partner_code)).toEqual(page.rows.map(({ partner }) => partner.code));
      expect([lines.length, cents("allocated"), cents("proposed"), cents("previous_period")]).toEqual([
        page.totals.partners,
        page.totals.amount,
        page.totals.proposed,
        page.totals.previous,
      ]);
    }
  });

  test("a partner sees its own part of approved funds, and no draft", async () => {
    const own = await listOwnAllocations(org.partnerUser("SILVER"), {});
    expect(own.items).toEqual([
      {
        ...{ fund: 1, status: "approved", benefit: { code: "mdf", name: "MDF" }, currency: "USD", amount: 24_189 },
        period: { from: "2024-04-01", until: "2024-07-01", year: 2024, quarter: 2 },
      },
    ]);
    expect((await listOwnAllocations(org.partnerUser("LOW"), {})).items).toEqual([]);
    expect(
      (await listPartnerAllocations(org.manager, { partner: "SILVER" })).items.map(({ fund, status, amount }) => [fund, status, amount]),
    ).toEqual([
      [2, "draft", 10_423],
      [1, "approved", 24_189],
    ]);
    await expect(listPartnerAllocations(org.partnerUser("SILVER"), { partner: "GOLD" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(getFund(org.partnerUser("SILVER"), { fund: 1 })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a comparison", () => {
  test("tells what a draft version would move, tier by tier, and stores nothing", async () => {
    const org = await fundOrganization(database, "compared");
    await proposeQuarter(org, 100_000);
    const generous = fundProgram();
    const document = {
      ...generous,
      tiers: generous.tiers.map((tier) => (tier.key === "silver" ? { ...tier, requires: { kind: "score" as const, atLeast: 5 } } : tier)),
    };
    await createProgramVersion(org.manager, { document });
    const draft = await evaluateRun(org.manager, { asOf: "2024-03-31", version: 2 });
    const before = await storedFunds(org);
    const comparison = await compareFund(org.fay, { fund: 1, run: draft.number });
    expect(comparison.tiers.map(({ tier, before: was, after: is }) => [tier, was, is])).toEqual([
      // 1,000 − 300 − 201 = 499, shared 8,100 : 2,500 : 100
      ["gold", { partners: 1, amount: 75_811 }, { partners: 1, amount: 67_775 }],
      ["silver", { partners: 1, amount: 24_189 }, { partners: 2, amount: 32_225 }],
    ]);
    expect(
      comparison.moves.map(({ partner, tierBefore, tierAfter, before: was, after: is }) => [partner.code, tierBefore, tierAfter, is - was]),
    ).toEqual([
      ["LOW", null, "silver", 10_516],
      ["GOLD", "gold", "gold", -8_036],
      ["SILVER", "silver", "silver", -2_480],
    ]);
    expect(await storedFunds(org)).toEqual(before);
  });
});

test("a fund follows the rule of its run's version, also after another version is published", async () => {
  const org = await fundOrganization(database, "versions");
  const fund = await proposeQuarter(org, 100_000);
  await org.publishProgram(fundProgram({ funds: [{ benefit: "mdf", revenue: "sales", bounds: {} }] }), "2024-04-01");
  await publishReview(org, "2024-04-30");
  const page = await getFund(org.fay, { fund: fund.number });
  expect(page.rule.bounds).toEqual({ gold: { floor: null, cap: 900 } });
  expect(page.tiers.map(({ tier, base, cap }) => [tier, base, cap])).toEqual([
    ["registered", null, null],
    ["silver", 10_050, null],
    ["gold", 30_000, 90_000],
  ]);
});
