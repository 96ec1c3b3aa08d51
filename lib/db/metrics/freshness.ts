import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { Prisma } from "../generated/prisma/client";
import { live, liveRecords } from "./live-facts";
import type { MetricRequest } from "./metric-request";

type DayRow = { readonly partnerId: number; readonly day: IsoDate | null };

/**
 * Every partner with the last business date, up to the as-of date, of any fact known about it: a sale, an opportunity created or
 * closed, a certificate earned, an observation. Null without facts. Exact; sales cost one step into the index per partner.
 */
export async function latestFacts(request: MetricRequest): Promise<Map<number, IsoDate | null>> {
  const { tx, asOf } = request;
  const latest = new Map((await tx.$queryRaw<DayRow[]>(latestSales(request))).map(({ partnerId, day }) => [partnerId, day]));
  const recorded = await tx.$queryRaw<DayRow[]>`
    select partner_id as "partnerId", max(day)::text as day from (
      select partner_id, created_on as day from ${liveRecords("opportunity", request)} o
      union all select partner_id, closed_on from ${liveRecords("opportunity", request)} o
      union all select partner_id, earned_on from ${liveRecords("certification", request)} c
      union all select partner_id, observed_on from ${liveRecords("observation", request)} v
    ) dated where day <= ${asOf}::date group by partner_id`;
  for (const { partnerId, day } of recorded) {
    const sale = latest.get(partnerId) ?? null;
    if (day !== null && (sale === null || day > sale)) latest.set(partnerId, day);
  }
  return latest;
}

function latestSales(request: MetricRequest): Prisma.Sql {
  const { scope, asOf } = request;
  return Prisma.sql`
    select p.id as "partnerId", sale.day::text as day
    from partner p
    left join lateral (
      select v.sale_date as day from pos_line v
      where v.org_id = ${scope.orgId} and v.partner_id = p.id and v.sale_date <= ${asOf}::date and ${live("pos", request)}
      order by v.sale_date desc limit 1
    ) sale on true
    where p.org_id = ${scope.orgId}`;
}
