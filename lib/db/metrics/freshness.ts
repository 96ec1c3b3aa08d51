import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { knownCertifications, knownObservations, knownOpportunities } from "./known-versions";
import type { MetricRequest } from "./metric-request";

/**
 * Every partner with the last business date, up to the as-of date, of any fact known about it: a sale, an opportunity
 * created or closed, a certificate earned, an observation. Null without facts. Exact; sales cost one step into the index per partner.
 */
export async function latestFacts(request: MetricRequest, known: readonly number[]): Promise<Map<number, IsoDate | null>> {
  const { tx, scope, asOf } = request;
  const rows = await tx.$queryRaw<{ partnerId: number; latestFactOn: IsoDate | null }[]>`
    select p.id as "partnerId", greatest(sale.day, opportunity.day, certification.day, observation.day)::text as "latestFactOn"
    from partner p
    left join lateral (
      select l.sale_date as day from pos_line l
      where l.org_id = ${scope.orgId} and l.partner_id = p.id and l.sale_date <= ${asOf}::date and l.batch_id = any(${known}::int[])
        and not exists (select from pos_retirement r where r.org_id = l.org_id and r.pos_line_id = l.id and r.batch_id = any(${known}::int[]))
      order by l.sale_date desc limit 1
    ) sale on true
    left join (
      select partner_id, max(case when closed_on <= ${asOf}::date then closed_on when created_on <= ${asOf}::date then created_on end) as day
      from ${knownOpportunities(request)} o group by partner_id
    ) opportunity on opportunity.partner_id = p.id
    left join (
      select partner_id, max(earned_on) as day from ${knownCertifications(request)} c where earned_on <= ${asOf}::date group by partner_id
    ) certification on certification.partner_id = p.id
    left join (
      select partner_id, max(observed_on) as day from ${knownObservations(request)} v where observed_on <= ${asOf}::date group by partner_id
    ) observation on observation.partner_id = p.id
    where p.org_id = ${scope.orgId}`;
  return new Map(rows.map(({ partnerId, latestFactOn }) => [partnerId, latestFactOn]));
}
