import type { Scope } from "@/lib/access/actor";
import type { MetricSource } from "@/lib/domain/define/metric";
import { Prisma } from "../generated/prisma/client";
import { within } from "../metrics/day-range";
import { sourceRange } from "../metrics/source-range";
import { firstReason, itsBatches, notLive, unless } from "./left-out";
import type { MetricFacts } from "./metric-facts";

/** Every version of the partner's observations of the custom metric. */
export function observationRecords(
  scope: Scope,
  { run, partner, program }: MetricFacts,
  source: Extract<MetricSource, { kind: "observation" }>,
): Prisma.Sql {
  const reason = firstReason([
    ...notLive(run.knownAt),
    [unless(within("v.observed_on", sourceRange(source, run.asOf, program).window)), "outside_window"],
  ]);
  return Prisma.sql`
    select 'observation' as kind, v.observed_on as day, v.metric_key as reference, m.name as what, null::text as region,
      v.value as quantity, null::bigint as amount_e4, null::text as currency, b.number as batch, v.line, ${reason} as reason
    from observation v ${itsBatches("observation")}
    join custom_metric m on m.org_id = v.org_id and m.key = v.metric_key
    where v.org_id = ${scope.orgId} and v.partner_id = ${partner.id} and v.metric_key = ${source.metric}`;
}
