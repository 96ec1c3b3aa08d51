import type { MetricDefinition } from "@/lib/domain/define/metric";
import type { Program } from "@/lib/domain/define/program";
import type { MetricInput } from "@/lib/domain/run-input";
import type { IsoDate } from "@/lib/domain/shared/iso-date";

/** One metric of one decision, in the reading that counts: what to find the records of. */
export type MetricFacts = {
  /** `asOf`: of the reading, which may be an earlier month end than the run's. */
  readonly run: { readonly number: number; readonly asOf: IsoDate; readonly knownAt: number };
  /** Code of the only region whose sales count, with those below it; null where all do. */
  readonly region: string | null;
  readonly partner: { readonly id: number; readonly code: string; readonly name: string };
  readonly program: Program;
  readonly metric: MetricDefinition;
  /** As frozen with the decision. */
  readonly input: MetricInput;
};
