import type { Program } from "../../define/program";
import { evaluateRun } from "../../evaluate-run";
import type { MetricInput, PartnerInput } from "../../run-input";
import type { IsoDate } from "../../shared/iso-date";
import { populationOf } from "../population";
import type { RunDecision } from "../run-decision";
import type { Own } from "./own-points";
import type { MetricChange } from "./path-advice";

/** A run as seen by whoever looks for a path: all its partners, or the one alone where the others do not matter or must not be known. */
export type PathView = {
  readonly program: Program;
  readonly asOf: IsoDate;
  readonly partners: readonly PartnerInput[];
  /** The code of the partner. */
  readonly partner: string;
  /** The reading that is bettered: a region; null for the run's own. */
  readonly reading: string | null;
};

/** The decision on the partner with some of its metrics changed and everybody else as they are. */
export function decisionWith({ program, asOf, partners, partner, reading }: PathView, changes: readonly MetricChange[]): RunDecision {
  const changed = partners.map((one) => (one.partner === partner ? withChanges(one, reading, changes) : one));
  return decisionOn(evaluateRun({ program, asOf, partners: changed }), partner);
}

export function decisionOn(decisions: readonly RunDecision[], partner: string): RunDecision {
  const decision = decisions.find((one) => one.partner === partner);
  if (decision === undefined) throw new RangeError(`the run has no partner "${partner}"`);
  return decision;
}

/** A metric changes where it is measured: in the reading, or for the partner as a whole. */
function withChanges(input: PartnerInput, reading: string | null, changes: readonly MetricChange[]): PartnerInput {
  const isRead = (metric: string) => input.readings?.some((one) => one.reading === reading && Object.hasOwn(one.metrics, metric)) ?? false;
  const changed = (metrics: PartnerInput["metrics"], of: readonly MetricChange[]) => ({
    ...metrics,
    ...Object.fromEntries(of.map(({ metric, to }) => [metric, { ...(metrics[metric] ?? NEVER_MEASURED), value: to }])),
  });
  const read = changes.filter(({ metric }) => isRead(metric));
  return {
    ...input,
    metrics: changed(
      input.metrics,
      changes.filter((change) => !read.includes(change)),
    ),
    ...(read.length > 0 && {
      readings: input.readings?.map((one) => (one.reading === reading ? { ...one, metrics: changed(one.metrics, read) } : one)),
    }),
  };
}

const NEVER_MEASURED: MetricInput = { value: null, facts: 0, from: null, until: null };

/** The partner among those that are measured in the reading. */
export function ownIn({ program, partners, partner, reading }: PathView): Own {
  const population = populationOf(program, partners);
  const table = population.readings.find((one) => one.reading === reading)?.table;
  const row = population.partners.findIndex((one) => one.partner === partner);
  if (table === undefined || row === -1) throw new RangeError(`the run has no partner "${partner}" measured in "${reading}"`);
  return { table, row };
}
