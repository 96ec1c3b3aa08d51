import type { MetricDefinition, MetricSource, Window } from "@/lib/domain/define/metric";
import type { Program } from "@/lib/domain/define/program";
import type { KnownCode } from "./codes-input";

type Around = {
  readonly program: Program;
  readonly metric: string;
  readonly customMetrics: readonly KnownCode[];
  readonly categories: readonly string[];
};

const YEAR: Window = { kind: "trailingMonths", months: 12 };

/** A source of another kind that keeps what it can of the one before: its period and what it is narrowed to. */
export function sourceOfKind(kind: MetricSource["kind"], before: MetricSource, around: Around): MetricSource {
  const window = "window" in before ? before.window : YEAR;
  const limited = window.kind === "lifetime" ? YEAR : window;
  const filter = "filter" in before && before.filter !== undefined ? { filter: before.filter } : {};
  switch (kind) {
    case "posRevenue":
    case "posUnits":
    case "activeRegions":
    case "activeMonths":
      return { kind, window, ...filter };
    case "posGrowth":
      return { kind, window: limited, ...filter };
    case "posShare":
      return { kind, window, share: { categories: [around.categories[0] ?? "a category"] }, ...filter };
    case "posVelocity":
      return { kind, of: "units", window: limited, ...filter };
    case "openPipeline":
      return { kind, origin: "any" };
    case "winRate":
      return { kind, window, by: "count" };
    case "certifiedPeople":
      return { kind };
    case "ratio": {
      const [numerator = "", denominator = numerator] = dividable(around.program, around.metric).map(({ key }) => key);
      return { kind, numerator, denominator, times: 1 };
    }
    case "observation":
      return { kind, metric: around.customMetrics[0]?.code ?? "a_metric", aggregate: "latest", window };
  }
}

/** The metrics that a ratio may divide: no ratios, and not the metric itself. */
export function dividable({ metrics }: Pick<Program, "metrics">, metric: string): readonly MetricDefinition[] {
  return metrics.filter(({ key, source }) => key !== metric && source.kind !== "ratio");
}
