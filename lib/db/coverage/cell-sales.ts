import type { Scope } from "@/lib/access/actor";
import { windowRange } from "@/lib/domain/define/metric-window";
import type { Program } from "@/lib/domain/define/program";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { Prisma } from "../generated/prisma/client";
import { knownBatches } from "../metrics/metric-request";
import { splitByMonth } from "../metrics/month-split";
import { inWindow, posFacts } from "../metrics/pos-facts";
import { programMoney } from "../metrics/program-money";
import type { Tx } from "../scope";

/** The months up to the as-of date, as known at the sequence. */
export type SalesAt = { readonly program: Program; readonly trailingMonths: number; readonly asOf: IsoDate; readonly knownAt: number };
/** By their codes; absent for all. */
export type SalesOnly = { readonly region?: string; readonly lines?: readonly string[] };

/** What one partner sold of one line in one region, in ten-thousandths of the program's currency. */
export type CellSaleRow = { readonly partner: string; readonly region: string; readonly line: string; readonly revenueE4: number };

/** Sums in ten-thousandths by currency, as text: they may exceed what a number holds. */
type Sums = { readonly sums: Readonly<Record<string, string>> };

export async function cellSales(tx: Tx, scope: Scope, at: SalesAt, { region, lines }: SalesOnly): Promise<CellSaleRow[]> {
  const sold = await soldFacts(tx, scope, at);
  if (sold === null) return [];
  const ofRegion =
    region === undefined ? Prisma.sql`true` : Prisma.sql`region_id = (select id from region where org_id = ${scope.orgId} and code = ${region})`;
  const ofLines =
    lines === undefined
      ? Prisma.sql`true`
      : Prisma.sql`line_id = any(array(select id from product_line where org_id = ${scope.orgId} and code = any(${lines}::text[])))`;
  const rows = await tx.$queryRaw<(Omit<CellSaleRow, "revenueE4"> & Sums)[]>`
    select p.code as partner, r.code as region, l.code as line, jsonb_object_agg(sold.currency, sold.sum::text) as sums
    from (
      select partner_id, region_id, line_id, currency, sum(net_e4) as sum from ${sold} fact
      where ${ofRegion} and ${ofLines} group by partner_id, region_id, line_id, currency having sum(net_e4) <> 0
    ) sold
    join partner p on p.org_id = ${scope.orgId} and p.id = sold.partner_id
    join region r on r.org_id = ${scope.orgId} and r.id = sold.region_id
    join product_line l on l.org_id = ${scope.orgId} and l.id = sold.line_id
    group by p.code, r.code, l.code`;
  const toE4 = converter(at.program);
  return rows.map(({ sums, ...cell }) => ({ ...cell, revenueE4: toE4(sums) }));
}

export async function revenueByPartner(tx: Tx, scope: Scope, at: SalesAt): Promise<ReadonlyMap<string, number>> {
  const sold = await soldFacts(tx, scope, at);
  if (sold === null) return new Map();
  const rows = await tx.$queryRaw<({ readonly partner: string } & Sums)[]>`
    select p.code as partner, jsonb_object_agg(sold.currency, sold.sum::text) as sums
    from (select partner_id, currency, sum(net_e4) as sum from ${sold} fact group by partner_id, currency) sold
    join partner p on p.org_id = ${scope.orgId} and p.id = sold.partner_id group by p.code`;
  const toE4 = converter(at.program);
  return new Map(rows.map(({ partner, sums }) => [partner, toE4(sums)]));
}

/** The facts of the window; null when it has no days. */
async function soldFacts(tx: Tx, scope: Scope, { program, trailingMonths, asOf, knownAt }: SalesAt): Promise<Prisma.Sql | null> {
  const window = windowRange({ kind: "trailingMonths", months: trailingMonths }, asOf, program.fiscalCalendar);
  if (window === null) return null;
  const known = await knownBatches({ tx, scope, knownAt });
  return Prisma.sql`(select * from (${posFacts({ scope, known }, [splitByMonth(window)], Prisma.sql`null::int`)}) f where ${inWindow(0)})`;
}

function converter(program: Program): (sums: Sums["sums"]) => number {
  const money = programMoney(program);
  return (sums) => money.toE4(money.total(new Map(Object.entries(sums).map(([currency, sum]) => [currency, BigInt(sum)]))));
}
