import type { MetricSource } from "@/lib/domain/define/metric";
import { percentage } from "@/lib/domain/shared/exact-decimal";
import { within } from "./day-range";
import { liveRecords } from "./live-facts";
import type { MetricRequest, MetricValues } from "./metric-request";
import type { ProgramMoney } from "./program-money";
import { sourceRange } from "./source-range";

type WinRateSource = Extract<MetricSource, { kind: "winRate" }>;
type ClosedRow = {
  readonly partnerId: number;
  readonly currency: string;
  readonly closed: number;
  readonly won: number;
  readonly closedAmount: string;
  readonly wonAmount: string;
};

/**
 * Percent won of the opportunities closed in the window, by number or by value. No data when none closed; undefined when what
 * closed is worth zero or less. @throws AppError unprocessable for a currency without a rate (by value)
 */
export async function collectWinRate(request: MetricRequest, source: WinRateSource, money: ProgramMoney): Promise<MetricValues> {
  const { tx, asOf, program } = request;
  const { window } = sourceRange(source, asOf, program);
  const rows = await tx.$queryRaw<ClosedRow[]>`
    select partner_id as "partnerId", currency, count(*)::int as closed, count(*) filter (where status = 'won')::int as won,
      sum(amount_e4)::text as "closedAmount", coalesce(sum(amount_e4) filter (where status = 'won'), 0)::text as "wonAmount"
    from ${liveRecords("opportunity", request)} opportunity
    where ${within("closed_on", window)}
    group by partner_id, currency`;

  const byPartner = new Map<number, ClosedRow[]>();
  for (const row of rows) byPartner.set(row.partnerId, [...(byPartner.get(row.partnerId) ?? []), row]);
  return new Map([...byPartner].map(([partnerId, own]) => [partnerId, { ...rate(own, source.by, money), facts: sum(own, (row) => row.closed) }]));
}

function rate(
  rows: readonly ClosedRow[],
  by: WinRateSource["by"],
  money: ProgramMoney,
): { value: number } | { value: null; reason: "undefined_base" } {
  const total = (column: "closedAmount" | "wonAmount"): bigint => money.total(new Map(rows.map((row) => [row.currency, BigInt(row[column])])));
  const closed = by === "count" ? BigInt(sum(rows, (row) => row.closed)) : total("closedAmount");
  const won = by === "count" ? BigInt(sum(rows, (row) => row.won)) : total("wonAmount");
  return closed <= 0n ? { value: null, reason: "undefined_base" } : { value: percentage(won, closed) };
}

function sum(rows: readonly ClosedRow[], of: (row: ClosedRow) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
