import type { MetricSource } from "@/lib/domain/define/metric";
import { AppError } from "@/lib/errors";
import { within } from "./day-range";
import { liveRecords } from "./live-facts";
import type { MetricRequest, MetricValues } from "./metric-request";
import { sourceRange } from "./source-range";

type ObservationSource = Extract<MetricSource, { kind: "observation" }>;
/** `total` as text: it is added up as a decimal, because the sum of floating-point numbers depends on their order. */
type ObservedRow = { readonly partnerId: number; readonly facts: number; readonly total: string; readonly highest: number; readonly latest: number };

/**
 * A custom metric's observations in the window, aggregated. Where the latest or the highest is the value, it is the only one of the
 * `facts`. No data without any. @throws AppError unprocessable for a metric that is not set up
 */
export async function collectObservation(request: MetricRequest, source: ObservationSource): Promise<MetricValues> {
  const { tx, asOf, program } = request;
  await checkSetUp(request, source.metric);
  const { window } = sourceRange(source, asOf, program);
  const rows = await tx.$queryRaw<ObservedRow[]>`
    select partner_id as "partnerId", count(*)::int as facts, sum(value::numeric)::text as total, max(value) as highest,
      (array_agg(value order by observed_on desc))[1] as latest
    from ${liveRecords("observation", request)} observation
    where metric_key = ${source.metric} and ${within("observed_on", window)}
    group by partner_id`;
  return new Map(
    rows.map((row) => [row.partnerId, { value: aggregated(row, source.aggregate), facts: isOneOfThem(source.aggregate) ? 1 : row.facts }]),
  );
}

function aggregated(row: ObservedRow, aggregate: ObservationSource["aggregate"]): number {
  switch (aggregate) {
    case "latest":
      return row.latest;
    case "sum":
      return Number(row.total);
    case "average":
      return Number(row.total) / row.facts;
    case "max":
      return row.highest;
    case "count":
      return row.facts;
  }
}

function isOneOfThem(aggregate: ObservationSource["aggregate"]): boolean {
  return aggregate === "latest" || aggregate === "max";
}

async function checkSetUp({ tx, scope }: MetricRequest, metric: string): Promise<void> {
  const found = await tx.customMetric.findUnique({ where: { orgId_key: { orgId: scope.orgId, key: metric } }, select: { key: true } });
  if (found !== null) return;
  throw new AppError(
    "unprocessable",
    `The program counts observations of "${metric}", which is not set up as a custom metric. Create it, or correct the program.`,
    { metric },
  );
}
