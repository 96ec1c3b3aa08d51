import { divideHalfAway } from "@/lib/domain/shared/exact-decimal";
import { liveRecords } from "./live-facts";
import type { MetricRequest } from "./metric-request";

const WHOLE_BPS = 10_000n;

/**
 * Of the partners with rows parked at the sequence (their SKU, region or metric was not known): the share of those rows in all of
 * the partner's records, parked or known, of any kind and date, in basis points. Every other partner has none.
 */
export async function unmatchedShares(request: MetricRequest): Promise<Map<number, number>> {
  const { tx, scope, known, knownAt } = request;
  const parked = await tx.$queryRaw<{ partnerId: number; rows: number }[]>`
    select p.id as "partnerId", count(*)::int as rows
    from import_unmatched_row u
    join import_batch b on b.org_id = u.org_id and b.id = u.batch_id and b.seq <= ${knownAt}
    left join import_batch replay on replay.org_id = u.org_id and replay.id = u.replayed_batch_id and replay.seq <= ${knownAt}
    join partner p on p.org_id = u.org_id and p.code = u.partner_code
    where u.org_id = ${scope.orgId} and replay.id is null
    group by p.id`;
  if (parked.length === 0) return new Map();

  const partners = parked.map(({ partnerId }) => partnerId);
  const records = await tx.$queryRaw<{ partnerId: number; records: number }[]>`
    select partner_id as "partnerId", sum(records)::int as records from (
      select partner_id, sum(lines) as records from pos_month where org_id = ${scope.orgId} and partner_id = any(${partners}::int[]) and batch_id = any(${known}::int[]) group by 1
      union all select partner_id, count(*) from ${liveRecords("opportunity", request)} o where partner_id = any(${partners}::int[]) group by 1
      union all select partner_id, count(*) from ${liveRecords("certification", request)} c where partner_id = any(${partners}::int[]) group by 1
      union all select partner_id, count(*) from ${liveRecords("observation", request)} v where partner_id = any(${partners}::int[]) group by 1
    ) kind group by partner_id`;
  const recordsOf = new Map(records.map((row) => [row.partnerId, row.records]));
  return new Map(parked.map(({ partnerId, rows }) => [partnerId, shareBps(rows, recordsOf.get(partnerId) ?? 0)]));
}

function shareBps(parked: number, records: number): number {
  return Number(divideHalfAway(WHOLE_BPS * BigInt(parked), BigInt(parked + records)));
}
