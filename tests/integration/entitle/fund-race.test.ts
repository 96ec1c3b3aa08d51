import { expect, test } from "vitest";
import { adjustAllocation } from "@/lib/services/entitle/adjust-allocation";
import { approveFund } from "@/lib/services/entitle/approve-fund";
import { changeBudget } from "@/lib/services/entitle/change-budget";
import { getFund } from "@/lib/services/entitle/get-fund";
import { proposeFund } from "@/lib/services/entitle/propose-fund";
import { submitFund } from "@/lib/services/entitle/submit-fund";
import type { Measured } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";
import { type FundOrganization, fundOrganization, proposeQuarter } from "./fund-organization";

const database = scoreDatabase();

const TEN: Record<string, Measured> = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`P${i}`, { sales: 40 + i, quality: 50 }] as const));

const codeOf = (outcome: PromiseSettledResult<unknown>) => (outcome.status === "fulfilled" ? "done" : outcome.reason.code);

/** What is stored of a fund, read as finance reads it, with its sum added up here. */
async function settled(org: FundOrganization, fund: number) {
  const page = await getFund(org.adam, { fund });
  return { page, sum: page.rows.reduce((total, { amount }) => total + amount, 0) };
}

test("of 50 who raise amounts of one budget at the same moment only as many succeed as the budget has, and none overwrites another", async () => {
  const org = await fundOrganization(database, "raises", TEN);
  const { number } = await proposeQuarter(org, 200_000);
  for (const { partner, amount, revision } of (await getFund(org.fay, { fund: number })).rows) {
    await adjustAllocation(org.fay, { fund: number, partner: partner.code, amount: amount - 1_000, reason: "makes room", revision });
  }
  const { rows, fund } = (await settled(org, number)).page;
  expect(fund.unallocated).toBe(10_000);

  // Five people want 3,000 more for each of ten partners, all having seen the same amounts: 10,000 is left.
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, (_, i) => {
      const row = rows[i % rows.length];
      if (row === undefined) throw new Error("there are ten rows");
      return adjustAllocation(org.person(100 + i, "finance", `Person ${i}`), {
        ...{ fund: number, partner: row.partner.code, amount: row.amount + 3_000, reason: `person ${i}`, revision: row.revision },
      });
    }),
  );

  const { page, sum } = await settled(org, number);
  const done = outcomes.filter((outcome) => outcome.status === "fulfilled");
  expect(done).toHaveLength(3);
  expect(new Set(done.map(({ value }) => value.partner.code)).size).toBe(3);
  for (const outcome of outcomes) expect(["done", "conflict", "unprocessable"]).toContain(codeOf(outcome));
  expect([sum, page.fund.allocated, page.fund.unallocated]).toEqual([199_000, 199_000, 1_000]);
  expect(page.changes.filter(({ reason }) => reason?.startsWith("person"))).toHaveLength(3);
  for (const { value } of done)
    expect(page.rows.find(({ partner }) => partner.code === value.partner.code)).toMatchObject({ amount: value.amount, reason: value.reason });
});

test("of 50 approvals and edits at the same moment one approval wins, and no edit comes after what was approved", async () => {
  const org = await fundOrganization(database, "approvals", TEN);
  const { number, revision } = await proposeQuarter(org, 200_000);
  const seen = (await getFund(org.fay, { fund: number })).rows;
  await submitFund(org.fay, { fund: number, revision });
  const before = await settled(org, number);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, (_, i) => {
      const person = org.person(100 + i, "finance", `Person ${i}`);
      const row = seen[i % seen.length];
      if (i % 2 === 0) return approveFund(person, { fund: number, revision });
      return adjustAllocation(person, { fund: number, partner: row?.partner.code ?? "", amount: 0, reason: "late", revision: row?.revision ?? 1 });
    }),
  );
  const done = outcomes.filter((outcome) => outcome.status === "fulfilled");
  expect(done).toHaveLength(1);
  const after = await settled(org, number);
  expect(after.page.fund).toMatchObject({ status: "approved", allocated: before.page.fund.allocated });
  expect(after.page.rows).toEqual(before.page.rows);
  expect(after.page.changes.map(({ kind }) => kind)).toEqual(["approved", "submitted", "proposed"]);
});

test("a submission and edits at the same moment: what is submitted is what was seen, or the submission is refused", async () => {
  const org = await fundOrganization(database, "submission", TEN);
  const { number } = await proposeQuarter(org, 200_000);
  for (let round = 0; round < 5; round++) {
    const { page } = await settled(org, number);
    if (page.fund.status !== "draft") break;
    const [submission, ...edits] = await Promise.allSettled([
      submitFund(org.fay, { fund: number, revision: page.fund.revision }),
      ...page.rows.map(({ partner, amount, revision }) =>
        adjustAllocation(org.cora, { fund: number, partner: partner.code, amount: amount - 1, reason: "one cent less", revision }),
      ),
    ]);
    const after = await settled(org, number);
    expect(after.sum).toBe(after.page.fund.allocated);
    if (submission.status === "fulfilled") {
      expect(edits.map(codeOf)).toEqual(edits.map(() => "conflict"));
      expect(after.page.rows).toEqual(page.rows);
    } else expect(codeOf(submission)).toBe("conflict");
  }
});

test("a budget lowered while amounts are raised never ends above itself", async () => {
  const org = await fundOrganization(database, "lowered", TEN);
  const { number } = await proposeQuarter(org, 200_000);
  for (let round = 0; round < 8; round++) {
    const { page } = await settled(org, number);
    const row = page.rows[round];
    if (row === undefined) throw new Error("there are ten rows");
    await Promise.allSettled([
      changeBudget(org.fay, { fund: number, budget: page.fund.budget - 1_000, revision: page.fund.revision }),
      adjustAllocation(org.cora, {
        fund: number,
        partner: row.partner.code,
        amount: row.amount - 500 + round,
        reason: "another round",
        revision: row.revision,
      }),
    ]);
    const after = await settled(org, number);
    expect(after.sum).toBe(after.page.fund.allocated);
    expect(after.page.fund.unallocated).toBeGreaterThanOrEqual(0);
  }
});

test("ten funds proposed for one period at the same moment are one", async () => {
  const org = await fundOrganization(database, "twice");
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, () => proposeFund(org.fay, { benefit: "mdf", periodFrom: "2024-04-01", budget: 100_000 })),
  );
  expect(outcomes.map(codeOf).sort()).toEqual([...Array.from({ length: 9 }, () => "conflict"), "done"]);
  const { rows } = await org.sql("select count(*)::int as funds, max(number) as number from fund where org_id = $1", [org.orgId]);
  expect(rows).toEqual([{ funds: 1, number: 1 }]);
});
