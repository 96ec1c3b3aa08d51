import { beforeAll, expect, test } from "vitest";
import { getCoverageCell } from "@/lib/services/activate/get-coverage-cell";
import { listCoverageGaps } from "@/lib/services/activate/list-coverage-gaps";
import { getFund } from "@/lib/services/entitle/get-fund";
import { proposeFund } from "@/lib/services/entitle/propose-fund";
import { compareRun } from "@/lib/services/score/compare-run";
import { listStandings } from "@/lib/services/score/list-standings";
import type { ScoreOrganization } from "../../support/factories";
import { scoreDatabase } from "../../support/score-database";
import { fundProgram, publishReview } from "../entitle/fund-organization";

// Wherever staff see the tier that a run decided, they are told when an override did.
const database = scoreDatabase();
let org: ScoreOrganization;

beforeAll(async () => {
  org = await database.organization("marks", [{ code: "A" }, { code: "B" }]);
  await org.facts.product("R1", "road", "bikes");
  await org.facts.product("R2", "racing", "bikes");
  await org.publishProgram(
    fundProgram({
      coverage: { trailingMonths: 12, activeFrom: 100, qualifiedTier: "silver", thin: { fewerThan: 2, belowPercent: 50 }, contestedAbove: 2 },
    }),
  );
  await org.observe("2024-03-20", { A: { sales: 90, quality: 90 }, B: { sales: 10, quality: 10 } });
  const sale = (partner: string, sku: string) => ({
    ...{ partner, sku, region: "north", netE4: 3_000_000, date: "2024-03-20", units: 1, currency: "USD" },
  });
  await org.facts.batch({ pos: [sale("A", "R1"), sale("B", "R2")] });
  await publishReview(org, "2024-03-31");
  await org.override("B", "gold", "2025-01-01");
  await publishReview(org, "2024-06-30");
});

const marks = (rows: readonly { readonly partner: { readonly code: string }; readonly overridden: boolean }[]) =>
  rows.map(({ partner, overridden }) => [partner.code, overridden]).sort();
const MARKED = [
  ["A", false],
  ["B", true],
];

test("in the standings and in the moves of a run", async () => {
  expect(marks((await listStandings(org.manager, {})).rows)).toEqual(MARKED);
  expect((await compareRun(org.manager, { run: 2 })).moves).toMatchObject([{ partner: { code: "B" }, to: "gold", movement: "overridden" }]);
});

test("in a fund's allocations", async () => {
  const { number } = await proposeFund(org.staff("finance"), { benefit: "mdf", periodFrom: "2024-07-01", budget: 100_000 });
  expect(marks((await getFund(org.staff("finance"), { fund: number })).rows)).toEqual(MARKED);
});

test("among who sells in a cell, and who could", async () => {
  expect(marks((await getCoverageCell(org.manager, { region: "north", line: "racing" })).sellers)).toEqual([["B", true]]);
  const { gaps } = await listCoverageGaps(org.manager, {});
  const candidates = gaps.flatMap((gap) => gap.candidates);
  expect(new Map(marks(candidates) as [string, boolean][])).toEqual(new Map(MARKED as [string, boolean][]));
});
