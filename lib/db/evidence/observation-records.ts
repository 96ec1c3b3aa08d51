import type { Scope } from "@/lib/access/actor";
import type { MetricSource } from "@/lib/domain/define/metric";
import { Prisma } from "../generated/prisma/client";
import { within } from "../metrics/day-range";
import { sourceRange } from "../metrics/source-range";
import { firstReason, itsBatches, type LeftOut, notLive, unless } from "./left-out";
import type { MetricFacts } from "./metric-facts";

type ObservationSource = Extract<MetricSource, { kind: "observation" }>;

/** Every version of the partner's observations of the custom metric. Where one value is the metric, the others are left out. */
export function observationRecords(scope: Scope, { run, partner, program }: MetricFacts, source: ObservationSource): Prisma.Sql {
  const outside: LeftOut[] = [
    ...notLive(run.knownAt),
    [unless(within("v.observed_on", sourceRange(source, run.asOf, program).window)), "outside_window"],
  ];
  const reason = firstReason([...outside, ...notChosen(source.aggregate, firstReason(outside))]);
  return Prisma.sql`
    select 'observation' as kind, v.observed_on as day, v.metric_key as reference, m.name as what, null::text as region,
      v.value as quantity, null::bigint as amount_e4, null::text as currency, b.number as batch, v.line, ${reason} as reason
    from observation v ${itsBatches("observation")}
    join custom_metric m on m.org_id = v.org_id and m.key = v.metric_key
    where v.org_id = ${scope.orgId} and v.partner_id = ${partner.id} and v.metric_key = ${source.metric}`;
}

/** `outside`: why a record does not count whatever the aggregate, null where it does: only these compete. */
function notChosen(aggregate: ObservationSource["aggregate"], outside: Prisma.Sql): LeftOut[] {
  switch (aggregate) {
    case "latest":
      return [[Prisma.sql`row_number() over (partition by ${outside} order by v.observed_on desc) > 1`, "not_latest"]];
    case "max":
      return [[Prisma.sql`row_number() over (partition by ${outside} order by v.value desc, v.observed_on desc) > 1`, "not_highest"]];
    case "sum":
    case "average":
    case "count":
      return [];
  }
}
