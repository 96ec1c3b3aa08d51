import type { Scope } from "@/lib/access/actor";
import type { MetricSource } from "@/lib/domain/define/metric";
import { Prisma } from "../generated/prisma/client";
import { within } from "../metrics/day-range";
import { ofOrigin, openOn } from "../metrics/pipeline";
import { sourceRange } from "../metrics/source-range";
import { firstReason, itsBatches, type LeftOut, notLive, unless } from "./left-out";
import type { MetricFacts } from "./metric-facts";

type OpportunitySource = Extract<MetricSource, { kind: "openPipeline" | "winRate" }>;

/** Every version of the partner's opportunities, dated by the day the metric looks at: created, or closed where it has closed. */
export function opportunityRecords(scope: Scope, facts: MetricFacts, source: OpportunitySource): Prisma.Sql {
  const { run, partner } = facts;
  const reason = firstReason([...notLive(run.knownAt), ...notCounted(source, facts)]);
  const day = source.kind === "openPipeline" ? Prisma.sql`v.created_on` : Prisma.sql`coalesce(v.closed_on, v.created_on)`;
  return Prisma.sql`
    select 'opportunity' as kind, ${day} as day, v.code as reference, concat_ws(' ', v.name, v.stage, case when strpos(lower(v.stage), v.status) = 0 then v.status end) as what, null::text as region,
      null::float8 as quantity, v.amount_e4, v.currency, b.number as batch, v.line, ${reason} as reason
    from opportunity v ${itsBatches("opportunity")}
    where v.org_id = ${scope.orgId} and v.partner_id = ${partner.id}`;
}

function notCounted(source: OpportunitySource, { run, program }: MetricFacts): LeftOut[] {
  if (source.kind === "winRate") return [[unless(within("v.closed_on", sourceRange(source, run.asOf, program).window)), "outside_window"]];
  return [
    [Prisma.sql`v.created_on > ${run.asOf}::date`, "outside_window"],
    [unless(openOn(run.asOf)), "not_open"],
    [unless(ofOrigin(source)), "filtered"],
  ];
}
