import type { Scope } from "@/lib/access/actor";
import { windowRange } from "@/lib/domain/define/metric-window";
import type { Program } from "@/lib/domain/define/program";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { Prisma } from "../generated/prisma/client";
import { knownBatches } from "../metrics/metric-request";
import { splitByMonth } from "../metrics/month-split";
import { rateRows, requireRate } from "../metrics/plan-rates";
import { inWindow, posFacts } from "../metrics/pos-facts";
import type { Tx } from "../scope";

/** What a run knows of the months up to its as-of date. */
export type SalesAt = {
  readonly runId: number;
  readonly program: Program;
  readonly trailingMonths: number;
  readonly asOf: IsoDate;
  readonly knownAt: number;
};

/**
 * What each partner sold of each product line in each region in the window, as rows (partner_id, region_id, line_id, revenue_e4) in ten-thousandths of
 * the program's currency: what the run keeps of it, or else the facts added up. Null when the window has no days.
 * @throws AppError unprocessable for a currency without a rate
 */
export async function soldInWindow(tx: Tx, scope: Scope, at: SalesAt): Promise<Prisma.Sql | null> {
  const kept = Prisma.sql`select partner_id, region_id, line_id, revenue_e4 from run_cell_sale where org_id = ${scope.orgId} and run_id = ${at.runId}`;
  const rows = await tx.$queryRaw<object[]>`${kept} limit 1`;
  return rows.length > 0 ? kept : addUp(tx, scope, at);
}

/** Keeps what was sold in the window of a draft. @throws as `soldInWindow` does */
export async function keepSold(tx: Tx, scope: Scope, at: SalesAt): Promise<void> {
  const sold = await addUp(tx, scope, at);
  if (sold === null) return;
  await tx.$executeRaw`
    insert into run_cell_sale (org_id, run_id, line_id, region_id, partner_id, revenue_e4)
    select ${scope.orgId}::int, ${at.runId}::int, line_id, region_id, partner_id, revenue_e4 from (${sold}) sold order by line_id, region_id, partner_id`;
}

/** Currencies are put together before they are rounded; where nothing is left of any, there is no row. */
async function addUp(tx: Tx, scope: Scope, { program, trailingMonths, asOf, knownAt }: SalesAt): Promise<Prisma.Sql | null> {
  const window = windowRange({ kind: "trailingMonths", months: trailingMonths }, asOf, program);
  if (window === null) return null;
  const known = await knownBatches({ tx, scope, knownAt });
  const facts = Prisma.sql`(select * from (${posFacts({ scope, known }, [splitByMonth(window)], Prisma.sql`null::int`)}) f where ${inWindow(0)})`;
  const [missing] = await tx.$queryRaw<{ currency: string }[]>`
    select currency from ${facts} fact where currency not in (select currency from (${rateRows(program)}) rate) order by currency limit 1`;
  requireRate(program, missing?.currency ?? null);
  return Prisma.sql`
    select partner_id, region_id, line_id, round(sum(net * rate.rate))::bigint as revenue_e4
    from (
      select partner_id, region_id, line_id, currency, sum(net_e4) as net from ${facts} fact group by partner_id, region_id, line_id, currency having sum(net_e4) <> 0
    ) sum join (${rateRows(program)}) rate using (currency)
    group by partner_id, region_id, line_id`;
}
