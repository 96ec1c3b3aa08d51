import type { BackTestQuarter } from "@/lib/contracts/back-test";
import { MovementGroup, movementGroupOf } from "@/lib/contracts/movement-group";
import type { BackTestWork, TestedPartner } from "@/lib/db/back-tests";
import type { ScopedDb } from "@/lib/db/scoped";
import { Program } from "@/lib/domain/define/program";
import { evaluatePopulation } from "@/lib/domain/evaluate-run";
import { type PastQuarter, pastQuarters } from "@/lib/domain/optimize/back-test/past-quarters";
import { followedByTier } from "@/lib/domain/optimize/back-test/what-followed";
import { compareTiers } from "@/lib/domain/optimize/compare-tiers";
import { changeCounts, costChanges } from "@/lib/domain/optimize/effects";
import { type BenefitCost, countPlaces, moneyAtStake } from "@/lib/domain/optimize/money-at-stake";
import { yearlyRevenue } from "@/lib/domain/optimize/revenue-metric";
import type { PartnerInput, PartnerState } from "@/lib/domain/run-input";
import { type Population, populationOf } from "@/lib/domain/score/population";
import type { EvaluatedRun } from "@/lib/domain/score/run-decision";
import { changesThatFollowed } from "./changes-that-followed";
import { type PartnersThen, partnersThen } from "./partners-then";

type TestedQuarter = { readonly result: BackTestQuarter; readonly partners: readonly TestedPartner[] };

/** What the rules make of the quarter at this place, from what they made of the one before. @throws AppError, RangeError as a run of that day */
export async function testQuarter(db: ScopedDb, work: BackTestWork, place: number): Promise<TestedQuarter> {
  const program = Program.parse(work.document);
  const quarters = pastQuarters(work.asOf, program.fiscalCalendar, work.quarters);
  const [quarter, next] = [quarters[place], quarters[place + 1]];
  if (quarter === undefined) throw new RangeError(`the back-test has no quarter ${place}`);

  const then = await partnersThen(db, work, program, quarter.lastDay);
  const states = await statesBefore(db, work, place, quarter);
  const inputs = then.partners.map(({ id, input }): PartnerInput => ({ ...input, previous: states.get(id) ?? null }));
  const population = populationOf(program, inputs);
  const run = evaluatePopulation(program, quarter.lastDay, population);
  const changes = next === undefined ? null : await changesThatFollowed(db, { program, quarter: next, knownAt: work.knownAt }, then.partners);

  const partners = then.partners.map(
    ({ id, name, input }, row): TestedPartner => ({
      ...{ id, code: input.partner, name, state: run.decisions.state(row) },
      isEnrolled: input.enrolledOn === null || input.enrolledOn <= quarter.lastDay,
      change: changes?.[row] ?? null,
    }),
  );
  const places = run.decisions.decided;
  return {
    partners,
    result: {
      ...quarter,
      knowledge: then.knowledge,
      partners: inputs.length,
      unscored: run.score.reduce((unscored, score) => unscored + (Number.isNaN(score) ? 1 : 0), 0),
      tiers: countPlaces(places, program.tiers.length),
      movements: movementCounts(run, inputs.length),
      decided: againstDecided(then, program, run),
      costs: costsOf(then, program, population, places),
      followed:
        changes &&
        followedByTier(
          changes.map((change, row) => ({ place: places[row] ?? 0, change })),
          program.tiers.length,
        ),
    },
  };
}

/** What partners come to the quarter with, by internal id: from the last published run before the first quarter, and from there on from the rules themselves. */
async function statesBefore(
  db: ScopedDb,
  { id, programId }: BackTestWork,
  place: number,
  { lastDay }: PastQuarter,
): Promise<Map<number, PartnerState | null>> {
  if (place > 0) return new Map((await db.backTests.listPartners(id, place - 1)).map((partner) => [partner.id, partner.state]));
  const stateRunId = await db.runs.findPublishedBefore(programId, lastDay);
  const before = await db.population.collect({ programId, stateRunId, asOf: lastDay });
  return new Map(before.map((partner) => [partner.id, partner.previous]));
}

function movementCounts({ decisions }: EvaluatedRun, partners: number): BackTestQuarter["movements"] {
  const counts = Object.fromEntries(MovementGroup.options.map((group) => [group, 0])) as BackTestQuarter["movements"];
  for (let row = 0; row < partners; row++) counts[movementGroupOf(decisions.movement(row).code)] += 1;
  return counts;
}

function againstDecided({ decided, knowledge }: PartnersThen, program: Program, { decisions }: EvaluatedRun): BackTestQuarter["decided"] {
  if (decided === null || knowledge.run === null) return null;
  const { tiers } = decided.program;
  const change = compareTiers({ tiers, places: decided.decided }, { tiers: program.tiers, places: decisions.decided });
  return { run: knowledge.run, tiers: tiers.map(({ key, name }) => ({ tier: key, name })), change: changeCounts(change) };
}

/** What the rules take in a year, beside what was decided. */
function costsOf({ decided }: PartnersThen, program: Program, population: Population, places: Uint8Array): BackTestQuarter["costs"] {
  const after = costsIn(program, population, places);
  if (decided === null) return costChanges([], after, false);
  const before = costsIn(decided.program, populationOf(decided.program, decided.inputs), decided.decided);
  return costChanges(before, after, decided.program.currency === program.currency);
}

function costsIn(program: Program, population: Population, places: Uint8Array): BenefitCost[] {
  return moneyAtStake(program, places, yearlyRevenue(program, population));
}
