import type { MetricSource } from "@/lib/domain/define/metric";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { Prisma } from "../generated/prisma/client";
import { liveRecords } from "./live-facts";
import type { MetricRequest, MetricValues } from "./metric-request";
import type { ProgramMoney } from "./program-money";

type PipelineSource = Extract<MetricSource, { kind: "openPipeline" }>;
type PipelineRow = { readonly partnerId: number; readonly sums: Readonly<Record<string, string>>; readonly facts: number };

/** Open on the day, by what is known of the opportunity's dates: closed later still counts as open. */
export function openOn(asOf: IsoDate): Prisma.Sql {
  return Prisma.sql`(created_on <= ${asOf}::date and (closed_on is null or closed_on > ${asOf}::date))`;
}

export function ofOrigin({ origin }: PipelineSource): Prisma.Sql {
  return origin === "any" ? Prisma.sql`true` : Prisma.sql`(origin = ${origin})`;
}

/**
 * Value of the opportunities open at the as-of date. A partner has data once an opportunity of its was created by then, of whatever
 * origin and state; zero when none is open. @throws AppError unprocessable for a currency without a rate
 */
export async function collectPipeline(request: MetricRequest, source: PipelineSource, money: ProgramMoney): Promise<MetricValues> {
  const { tx, asOf } = request;
  const rows = await tx.$queryRaw<PipelineRow[]>`
    select partner_id as "partnerId", coalesce(json_object_agg(currency, amount::text) filter (where facts > 0), '{}') as sums, sum(facts)::int as facts
    from (
      select partner_id, currency, sum(amount_e4) filter (where counted) as amount, count(*) filter (where counted) as facts
      from (select o.*, ${openOn(asOf)} and ${ofOrigin(source)} as counted from ${liveRecords("opportunity", request)} o) opportunity
      where created_on <= ${asOf}::date
      group by partner_id, currency
    ) by_currency
    group by partner_id`;
  return new Map(rows.map(({ partnerId, sums, facts }) => [partnerId, { value: money.toMajor(money.total(amounts(sums))), facts }]));
}

function amounts(sums: Readonly<Record<string, string>>): Map<string, bigint> {
  return new Map(Object.entries(sums).map(([currency, amount]) => [currency, BigInt(amount)]));
}
