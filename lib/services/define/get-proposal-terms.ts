import { today } from "@/lib/clock";
import { ProgramVersionRef } from "@/lib/contracts/program";
import type { ProposalTerms } from "@/lib/contracts/proposal-terms";
import type { ProgramVersionRow } from "@/lib/db/programs";
import type { ScopedDb } from "@/lib/db/scoped";
import { startOfFiscalYear, startOfNextFiscalQuarter } from "@/lib/domain/define/fiscal-calendar";
import { lastEffectiveDay } from "@/lib/domain/define/last-effective-day";
import type { Decided } from "@/lib/domain/define/past-day";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { query } from "@/lib/services/define-service";
import { simulationDto } from "@/lib/services/optimize/simulation-dto";
import { readProgram } from "./read-program";
import { requireProgramVersion } from "./require-program-version";

/** What it takes to put a version into effect: a second person or not, from which day, and what its simulation found. */
export const getProposalTerms = query({
  permission: "program.read",
  input: ProgramVersionRef,
  async run({ actor, db }, input): Promise<ProposalTerms> {
    const version = await requireProgramVersion(db, input.program, input.version);
    const { id: versionId, documentHash, program, proposedById } = version;
    const simulated = await db.simulations.findLast({ versionId, documentHash });
    const current = program.currentRunId === null ? null : await db.simulations.findLast({ versionId, documentHash, runId: program.currentRunId });
    const simulation = current ?? simulated;
    const decided = await decidedOf(db, version);
    return {
      needsSecondPerson: program.currentRunId !== null,
      isOwn: proposedById === actor.person,
      suggestedFrom: earlier(await suggestedFrom(db, version, decided), lastEffectiveDay(decided.today)),
      decided,
      simulation: simulation === null ? null : simulationDto(simulation),
      isSimulationOvertaken: simulation !== null && current === null,
    };
  },
});

/**
 * Rules that partners have tiers by change with the next fiscal quarter, and no earlier than what is decided already: the first day of a
 * quarter after today and after the last version's. The first rules hold from where the data begins to be scored, its last fiscal year.
 */
async function suggestedFrom(db: ScopedDb, { id, program }: ProgramVersionRow, decided: Decided): Promise<IsoDate> {
  const { fiscalCalendar } = await readProgram(db, id);
  if (program.currentRunId !== null) return startOfNextFiscalQuarter(latest([decided.today, ...decided.versionsFrom]), fiscalCalendar);
  return latest([startOfFiscalYear((await db.readiness.dataThrough()) ?? decided.today, fiscalCalendar), ...decided.versionsFrom]);
}

async function decidedOf(db: ScopedDb, { program }: ProgramVersionRow): Promise<Decided> {
  const { timeZone } = await db.organizations.get();
  const versionsFrom = (await db.programs.listVersions()).flatMap(({ program: { key }, status, effectiveFrom }) =>
    key === program.key && status === "published" && effectiveFrom !== null ? [effectiveFrom] : [],
  );
  return { today: today(timeZone), runs: await db.runs.listPublishedDays(program.id), versionsFrom };
}

function earlier(one: IsoDate, other: IsoDate): IsoDate {
  return one < other ? one : other;
}

function latest(days: readonly [IsoDate, ...IsoDate[]]): IsoDate {
  const [last = days[0]] = days.toSorted().toReversed();
  return last;
}
