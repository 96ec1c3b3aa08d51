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

/** A sum in ten-thousandths of one currency. */
type SumRow = { readonly currency: string; readonly sum: bigint };

export async function cellSales(tx: Tx, scope: Scope, at: SalesAt, { region, lines }: SalesOnly): Promise<CellSaleRow[]> {
  const sold = await soldFacts(tx, scope, at, "cells");
  if (sold === null) return [];
  const ofRegion =
    region === undefined ? Prisma.sql`true` : Prisma.sql`region_id = (select id from region where org_id = ${scope.orgId} and code = ${region})`;
  const ofLines =
    lines === undefined
      ? Prisma.sql`true`
      : Prisma.sql`line_id = any(array(select id from product_line where org_id = ${scope.orgId} and code = any(${lines}::text[])))`;
  // By internal ids: to look up three codes and to put currencies together for each of many thousand rows takes SQL as long as to add them up.
  const rows = await tx.$queryRaw<(SumRow & { readonly partner: number; readonly region: number; readonly line: number })[]>`
    select partner_id as partner, region_id as region, line_id as line, currency, sum(net_e4)::bigint as sum
    from ${sold} fact where ${ofRegion} and ${ofLines} group by partner_id, region_id, line_id, currency having sum(net_e4) <> 0`;
  const cells = groupBy(rows, ({ partner, region, line }) => `${partner} ${region} ${line}`);
  const [partners, regions, productLines] = [
    await codes(tx, scope, "partner"),
    await codes(tx, scope, "region"),
    await codes(tx, scope, "product_line"),
  ];
  const code = (of: ReadonlyMap<number, string>, id: number) => of.get(id) ?? "";
  const toE4 = converter(at.program);
  return cells.map((sums) => {
    const { partner, region, line } = sums[0];
    return { partner: code(partners, partner), region: code(regions, region), line: code(productLines, line), revenueE4: toE4(sums) };
  });
}

export async function revenueByPartner(tx: Tx, scope: Scope, at: SalesAt): Promise<ReadonlyMap<string, number>> {
  const sold = await soldFacts(tx, scope, at, "partners");
  if (sold === null) return new Map();
  const rows = await tx.$queryRaw<(SumRow & { readonly partner: string })[]>`
    select p.code as partner, sold.currency, sold.sum
    from (select partner_id, currency, sum(net_e4)::bigint as sum from ${sold} fact group by partner_id, currency) sold
    join partner p on p.org_id = ${scope.orgId} and p.id = sold.partner_id`;
  const toE4 = converter(at.program);
  return new Map(groupBy(rows, ({ partner }) => partner).map((sums) => [sums[0].partner, toE4(sums)]));
}

/** The facts of the window; null when it has no days. */
async function soldFacts(
  tx: Tx,
  scope: Scope,
  { program, trailingMonths, asOf, knownAt }: SalesAt,
  rollup: "cells" | "partners",
): Promise<Prisma.Sql | null> {
  const window = windowRange({ kind: "trailingMonths", months: trailingMonths }, asOf, program.fiscalCalendar);
  if (window === null) return null;
  const known = await knownBatches({ tx, scope, knownAt });
  return Prisma.sql`(select * from (${posFacts({ scope, known }, [splitByMonth(window)], Prisma.sql`null::int`, rollup)}) f where ${inWindow(0)})`;
}

async function codes(tx: Tx, scope: Scope, table: "partner" | "region" | "product_line"): Promise<ReadonlyMap<number, string>> {
  const rows = await tx.$queryRaw<{ id: number; code: string }[]>`select id, code from ${Prisma.raw(table)} where org_id = ${scope.orgId}`;
  return new Map(rows.map(({ id, code }) => [id, code]));
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): (readonly [Row, ...Row[]])[] {
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

function converter(program: Program): (sums: readonly SumRow[]) => number {
  const money = programMoney(program);
  return (sums) => money.toE4(money.total(new Map(sums.map(({ currency, sum }) => [currency, sum]))));
}
