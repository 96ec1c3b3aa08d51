import type { MetricSource } from "@/lib/domain/define/metric";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { Prisma } from "../generated/prisma/client";
import { liveRecords } from "./live-facts";
import type { MetricRequest, MetricValues } from "./metric-request";

type CertifiedSource = Extract<MetricSource, { kind: "certifiedPeople" }>;
type PeopleRow = { readonly partnerId: number; readonly people: number; readonly facts: number };

export function validOn(asOf: IsoDate): Prisma.Sql {
  return Prisma.sql`(earned_on <= ${asOf}::date and (expires_on is null or expires_on > ${asOf}::date))`;
}

export function ofTrackAndLevel({ tracks, minLevel }: CertifiedSource): Prisma.Sql {
  const track = tracks === undefined ? Prisma.sql`true` : Prisma.sql`track = any(${tracks}::text[])`;
  return minLevel === undefined ? Prisma.sql`(${track})` : Prisma.sql`(${track} and level >= ${minLevel})`;
}

/**
 * Number of distinct people holding a certificate valid at the as-of date; `facts` counts their certificates. A partner has data
 * once any of its certificates was earned by then; zero when none that counts is valid any more.
 */
export async function collectCertifiedPeople(request: MetricRequest, source: CertifiedSource): Promise<MetricValues> {
  const { tx, asOf } = request;
  const rows = await tx.$queryRaw<PeopleRow[]>`
    select partner_id as "partnerId", count(distinct person) filter (where counted)::int as people, count(*) filter (where counted)::int as facts
    from (select c.*, ${validOn(asOf)} and ${ofTrackAndLevel(source)} as counted from ${liveRecords("certification", request)} c) certification
    where earned_on <= ${asOf}::date
    group by partner_id`;
  return new Map(rows.map(({ partnerId, people, facts }) => [partnerId, { value: people, facts }]));
}
