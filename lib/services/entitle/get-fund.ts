import { ALLOCATIONS_PAGE_SIZE, FUND_CHANGES_SHOWN, type FundChange, type FundPage, FundPageQuery } from "@/lib/contracts/fund";
import type { FundChangeRow, FundRow } from "@/lib/db/funds";
import type { ScopedDb } from "@/lib/db/scoped";
import type { FundRule } from "@/lib/domain/define/fund";
import type { Program } from "@/lib/domain/define/program";
import { fundTiers } from "@/lib/domain/entitle/fund-tiers";
import { pageCount } from "@/lib/domain/shared/page-count";
import { readProgram } from "@/lib/services/define/read-program";
import { query } from "@/lib/services/define-service";
import { regionChoices } from "@/lib/services/score/region-choices";
import { allocationDto, totalsDto } from "./allocation-dto";
import { fundDto } from "./fund-dto";
import { requireFund } from "./require-fund";

/** One page of a fund's allocations, with its rule, totals and history. */
export const getFund = query({
  permission: "fund.read",
  input: FundPageQuery,
  async run({ actor, db }, input): Promise<FundPage> {
    const row = await requireFund(db, input.fund);
    const program = await readProgram(db, row.programVersionId);
    const rule = ruleOf(program, row);
    const previous = await db.funds.findPrevious(row);
    const pair = { fundId: row.id, previousId: previous?.id ?? null };
    const sums = await db.allocations.sums(pair, input);
    const pages = pageCount(sums.partners, ALLOCATIONS_PAGE_SIZE);
    const page = Math.min(input.page, pages);
    const rows = await db.allocations.list(
      pair,
      input,
      { by: input.sort, direction: input.direction },
      { offset: (page - 1) * ALLOCATIONS_PAGE_SIZE, limit: ALLOCATIONS_PAGE_SIZE },
    );
    const tiers = fundTiers(program, rule);
    return {
      fund: fundDto(row),
      rule,
      revenueName: program.metrics.find(({ key }) => key === rule.revenue)?.name ?? rule.revenue,
      tiers,
      rows: rows.map((allocation) => allocationDto(allocation, program)),
      page,
      pages,
      totals: totalsDto(sums, program),
      choices: {
        tiers: tiers.filter(({ base }) => base !== null).map(({ tier, name }) => ({ code: tier, name })),
        regions: regionChoices(await db.allocations.regions(row.id), await db.regions.listPaths()),
      },
      previous: previous === null ? null : { number: previous.number, period: fundDto(previous).period },
      newerRun: row.status === "draft" ? await newerRun(db, row) : null,
      changes: (await db.funds.listChanges(row.id, FUND_CHANGES_SHOWN)).map(changeDto),
      may: { allocate: actor.reach("fund.allocate") === "all", approve: await mayApprove() },
    };

    async function mayApprove(): Promise<FundPage["may"]["approve"]> {
      if (actor.reach("fund.approve") !== "all") return "no";
      return (await db.funds.isPreparedBy(row.id, actor)) ? "own" : "yes";
    }
  },
});

/** A published version never changes, so the rule that the fund was made by is still there. */
function ruleOf({ funds }: Program, { benefit, number }: FundRow): FundRule {
  const rule = funds?.find((fund) => fund.benefit === benefit);
  if (rule === undefined) throw new Error(`fund ${number} follows from a version without a rule for ${benefit}`);
  return rule;
}

async function newerRun(db: ScopedDb, fund: FundRow): Promise<FundPage["newerRun"]> {
  const current = await db.runs.findCurrent(fund.program.key);
  return current === null || current.id === fund.runId ? null : { number: current.number, asOf: current.asOf };
}

function changeDto({ partnerCode, partnerName, ...change }: FundChangeRow): FundChange {
  return { ...change, partner: partnerCode === null ? null : { code: partnerCode, name: partnerName ?? partnerCode } };
}
