import type { FrozenDecision } from "@/lib/db/decisions";
import type { RunRow } from "@/lib/db/runs";
import type { ScopedDb } from "@/lib/db/scoped";
import { measuredAnew } from "@/lib/domain/define/measures";
import type { Program } from "@/lib/domain/define/program";
import type { PartnerInput } from "@/lib/domain/run-input";
import { collectReadings } from "@/lib/services/score/collect-readings";

/** The partners of a run as another program finds them, in the order given, and the metrics that had to be measured for it. */
export type PartnersForProgram = { readonly partners: readonly PartnerInput[]; readonly measuredAnew: readonly string[] };

/**
 * The frozen inputs of a run, for a program that may measure what the run did not: that is measured now, as of the run's day and as known
 * at its sequence. What the run measured stays as it was frozen.
 * @throws AppError unprocessable naming what the program mentions and the organization lacks
 */
export async function partnersForProgram(
  db: ScopedDb,
  { asOf, knownAt }: Pick<RunRow, "asOf" | "knownAt">,
  frozen: readonly FrozenDecision[],
  { program, ran }: { readonly program: Program; readonly ran: Program },
): Promise<PartnersForProgram> {
  const anew = measuredAnew(program, ran);
  const at = { program, asOf, knownAt };
  const measured = anew.metrics.length === 0 ? new Map() : await db.metrics.collect({ ...at, program: { ...program, metrics: [...anew.metrics] } });
  const readings = anew.readings ? await collectReadings(db, at, await db.regions.listPaths()) : null;
  return {
    measuredAnew: anew.metrics.map(({ key }) => key),
    partners: frozen.map(({ partnerId, input: { readings: frozenReadings, ...input } }): PartnerInput => {
      const read = program.readings === undefined ? undefined : readings === null ? frozenReadings : readings.get(partnerId);
      return {
        ...input,
        metrics: { ...input.metrics, ...measured.get(partnerId)?.metrics },
        ...(read !== undefined && { readings: read }),
      };
    }),
  };
}
