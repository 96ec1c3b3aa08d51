import type { MetricDefinition } from "@/lib/domain/define/metric";
import type { Program } from "@/lib/domain/define/program";
import type { MetricInput } from "@/lib/domain/run-input";
import type { IsoDate } from "@/lib/domain/shared/iso-date";

/** One metric of one decision: what to find the records of. */
export type MetricFacts = {
  readonly run: { readonly number: number; readonly asOf: IsoDate; readonly knownAt: number };
  readonly partner: { readonly id: number; readonly code: string; readonly name: string };
  readonly program: Program;
  readonly metric: MetricDefinition;
  /** As frozen with the decision. */
  readonly input: MetricInput;
};
