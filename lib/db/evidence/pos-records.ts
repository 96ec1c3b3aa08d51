import type { Scope } from "@/lib/access/actor";
import { Prisma } from "../generated/prisma/client";
import { within } from "../metrics/day-range";
import { type FactIds, passes } from "../metrics/fact-filter";
import type { OpenRange } from "../metrics/month-split";
import { firstReason, itsBatches, notLive, unless } from "./left-out";
import type { MetricFacts } from "./metric-facts";

/** The partner's POS lines, and for staff the rows that still wait for their SKU or region. */
export function posRecords(scope: Scope, { run, partner }: MetricFacts, ranges: readonly OpenRange[], ids: FactIds): Prisma.Sql {
  const inRange = Prisma.join(
    ranges.map((range) => within("v.sale_date", range)),
    " or ",
  );
  const reason = firstReason([...notLive(run.knownAt), [unless(inRange), "outside_window"], [unless(passes(ids)), "filtered"]]);
  const lines = Prisma.sql`
    select 'pos' as kind, v.sale_date as day, concat_ws(' / ', nullif(v.document, ''), nullif(v.document_line, '')) as reference, concat_ws(' ', p.sku, p.name) as what,
      r.name as region, v.units::float8 as quantity, v.net_e4 as amount_e4, v.currency, b.number as batch, v.line, ${reason} as reason
    from pos_line v ${itsBatches("pos")}
    join product p on p.org_id = v.org_id and p.id = v.product_id
    join region r on r.org_id = v.org_id and r.id = v.region_id
    where v.org_id = ${scope.orgId} and v.partner_id = ${partner.id}`;
  return scope.partnerId === null ? Prisma.sql`${lines} union all ${waitingRows(scope, run, partner.code)}` : lines;
}

/** Rows that waited at the sequence: those that wait still, and those whose waiting ended later without a line that tells of it. */
function waitingRows(scope: Scope, { knownAt }: MetricFacts["run"], partnerCode: string): Prisma.Sql {
  return Prisma.sql`
    select 'pos', (u.row ->> 'sale_date')::date, concat_ws(' / ', u.row ->> 'document', u.row ->> 'document_line'), u.sku,
      coalesce(r.name, u.row ->> 'region_code'), (u.row ->> 'units')::float8, (u.row ->> 'net_amount')::bigint,
      coalesce(u.row ->> 'currency', o.currency), b.number, u.line,
      case when b.seq > ${knownAt} then 'known_later' else 'unmatched' end
    from import_unmatched_row u
    join organization o on o.id = u.org_id
    join import_batch b on b.org_id = u.org_id and b.id = u.batch_id and b.kind = 'pos' and b.seq is not null
    left join import_batch replay on replay.org_id = u.org_id and replay.id = u.replayed_batch_id
    left join region r on r.org_id = u.org_id and r.code = u.row ->> 'region_code'
    where u.org_id = ${scope.orgId} and u.partner_code = ${partnerCode}
      and (replay.seq is null or (replay.seq > ${knownAt} and not (replay.origin = 'replay' and exists (
        select from pos_line l where l.org_id = u.org_id and l.batch_id = replay.id and l.line = u.line))))`;
}
