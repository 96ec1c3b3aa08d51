import type { Scope } from "@/lib/access/actor";
import type { MetricSource } from "@/lib/domain/define/metric";
import { Prisma } from "../generated/prisma/client";
import { ofTrackAndLevel, validOn } from "../metrics/certified-people";
import { firstReason, itsBatches, notLive, unless } from "./left-out";
import type { MetricFacts } from "./metric-facts";

/** Every version of the certificates of the partner's people. */
export function certificationRecords(
  scope: Scope,
  { run, partner }: MetricFacts,
  source: Extract<MetricSource, { kind: "certifiedPeople" }>,
): Prisma.Sql {
  const reason = firstReason([
    ...notLive(run.knownAt),
    [Prisma.sql`v.earned_on > ${run.asOf}::date`, "outside_window"],
    [unless(validOn(run.asOf)), "expired"],
    [unless(ofTrackAndLevel(source)), "filtered"],
  ]);
  return Prisma.sql`
    select 'certification' as kind, v.earned_on as day, v.person as reference, concat_ws(' ', v.track, v.level) as what, null::text as region,
      null::float8 as quantity, null::bigint as amount_e4, null::text as currency, b.number as batch, v.line, ${reason} as reason
    from certification v ${itsBatches("certification")}
    where v.org_id = ${scope.orgId} and v.partner_id = ${partner.id}`;
}
