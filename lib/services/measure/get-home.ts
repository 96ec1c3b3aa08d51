import { type Home, HomeQuery } from "@/lib/contracts/home";
import { movementCodesOf } from "@/lib/contracts/movement-group";
import { EXPIRES_SOON_DAYS, type Override } from "@/lib/contracts/override";
import type { MoveRow } from "@/lib/db/moves";
import type { RunRow } from "@/lib/db/runs";
import type { ScopedDb } from "@/lib/db/scoped";
import { addDays } from "@/lib/domain/shared/calendar-day";
import { query } from "@/lib/services/define-service";
import { fundDto } from "@/lib/services/entitle/fund-dto";
import { moveDto } from "@/lib/services/score/move-dto";
import { overrideContext, overrideDto } from "@/lib/services/score/override-dto";
import { nodeNames } from "@/lib/services/score/program-names";
import { readRunProgram } from "@/lib/services/score/read-run-program";
import { runDto } from "@/lib/services/score/run-dto";
import { standingDto } from "@/lib/services/score/standing-dto";
import { tierNames } from "@/lib/services/score/tier-names";
import { sampleDataDto } from "@/lib/services/settings/sample-data-dto";

const SHOWN = 10;
const FUNDS_SHOWN = 4;

/** What changed, who is borderline, what waits for someone, and what is still to do in a new organization. */
export const getHome = query({
  permission: "home.read",
  input: HomeQuery,
  async run({ actor, db }, input): Promise<Home> {
    const { name, isDemo } = await db.organizations.get();
    const current = await db.runs.findCurrent(input.program);
    const draft = await db.runs.findLatestDraft(input.program);
    return {
      organization: { name, isDemo },
      steps: await db.readiness.setUpSteps(),
      sample: await sampleDataDto(db),
      maySample: actor.reach("sample.manage") === "all",
      draft: draft !== null && !draft.overtaken ? runDto(draft) : null,
      expiring: await expiringOverrides(db, input.program),
      attention: await db.batches.listNeedingAttention(SHOWN),
      dataThrough: await db.readiness.dataThrough(),
      funds: actor.reach("fund.allocate") === "all" ? (await db.funds.list(input.program, FUNDS_SHOWN)).map(fundDto) : null,
      ...(current === null ? NOTHING_PUBLISHED : await published(db, current)),
    };
  },
});

type Published = Pick<Home, "current" | "moves" | "borderline" | "inGrace" | "tierNames">;

const NOTHING_PUBLISHED: Published = { current: null, moves: [], borderline: [], inGrace: 0, tierNames: {} };

async function published(db: ScopedDb, row: RunRow): Promise<Published> {
  const current = runDto(row);
  const names = tierNames(current);
  const nodes = nodeNames(await readRunProgram(db, row));
  const moves = await largestMoves(db, row);
  const borderline = await db.standings.listBorderline(row.id, SHOWN);
  const inGrace = await db.standings.total(row.id, { movements: movementCodesOf("in_grace") });
  return {
    current,
    moves: moves.map((move) => moveDto(move, nodes)),
    borderline: borderline.map((standing) => standingDto(standing, names)),
    inGrace: inGrace.partners,
    tierNames: names,
  };
}

async function expiringOverrides(db: ScopedDb, program: string): Promise<Override[]> {
  const context = await overrideContext(db, program);
  const soon = await db.overrides.listExpiring(program, context.today, addDays(context.today, EXPIRES_SOON_DAYS + 1), SHOWN);
  return soon.map((row) => overrideDto(row, context));
}

/** The largest falls and the largest rises, as many of either while there are enough: a fall costs a conversation, a rise deserves one. */
async function largestMoves(db: ScopedDb, row: RunRow): Promise<MoveRow[]> {
  if (row.base === null) return [];
  const compared = { runId: row.id, baseRunId: row.base.id, restates: false };
  const fallen = await db.moves.list(compared, "fallen", SHOWN);
  const risen = await db.moves.list(compared, "risen", SHOWN);
  const falls = fallen.slice(0, Math.max(SHOWN / 2, SHOWN - risen.length));
  return [...falls, ...risen.slice(0, SHOWN - falls.length)];
}
