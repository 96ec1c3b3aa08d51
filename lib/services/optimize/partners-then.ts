import type { BackTestQuarter } from "@/lib/contracts/back-test";
import type { BackTestWork } from "@/lib/db/back-tests";
import type { ScopedDb } from "@/lib/db/scoped";
import type { Program } from "@/lib/domain/define/program";
import type { Baseline } from "@/lib/domain/optimize/simulate";
import type { PartnerInput } from "@/lib/domain/run-input";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { freezeInputs } from "@/lib/services/score/freeze-inputs";
import { readFrozen } from "@/lib/services/score/read-frozen";
import { readRunProgram } from "@/lib/services/score/read-run-program";
import { baselineOf } from "./baseline";
import { partnersForProgram } from "./partners-for-program";

/** A partner as it was known then. Its previous state is not to be relied on. */
export type PartnerThen = { readonly id: number; readonly name: string; readonly input: PartnerInput };

export type PartnersThen = {
  readonly knowledge: BackTestQuarter["knowledge"];
  /** In code order. */
  readonly partners: readonly PartnerThen[];
  /** What was decided as of that day, of the same partners in the same order; null when nothing was. */
  readonly decided: (Baseline & { readonly inputs: readonly PartnerInput[] }) | null;
};

/**
 * The partners as of a day, as a program measures them, as known then: to the run that was published as of that very day, or else by its end. Where no
 * facts had been imported by then, what is known since stands in for them.
 * @throws AppError unprocessable naming what the program mentions and the organization lacks
 */
export async function partnersThen(db: ScopedDb, work: BackTestWork, program: Program, asOf: IsoDate): Promise<PartnersThen> {
  const run = await db.runs.findPublishedAsOf(work.programId, asOf);
  if (run === null) {
    const then = await db.batches.lastSeqBy(asOf);
    const knownAt = then ?? work.knownAt;
    const frozen = await freezeInputs(db, { program, programId: work.programId, stateRunId: null, asOf, knownAt, overrides: "of_the_day" });
    return {
      knowledge: { kind: then === null ? "today" : "then", run: null, knownAt },
      partners: frozen.map(({ row: { id, name }, input }) => ({ id, name, input })),
      decided: null,
    };
  }
  const ran = await readRunProgram(db, run);
  const frozen = await readFrozen(db, run.id);
  const { partners } = await partnersForProgram(db, run, frozen, { program, ran });
  return {
    knowledge: { kind: "run", run: run.number, knownAt: run.knownAt },
    partners: partners.flatMap((input, row) => {
      const { partnerId: id, partnerName: name } = frozen[row] ?? {};
      return id === undefined || name === undefined ? [] : [{ id, name, input }];
    }),
    decided: { ...baselineOf(ran, frozen), inputs: frozen.map(({ input }) => input) },
  };
}
