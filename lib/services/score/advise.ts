import type { PathAnswer } from "@/lib/contracts/path";
import type { FrozenDecision } from "@/lib/db/decisions";
import type { RunHeader } from "@/lib/db/runs";
import type { Program, ScoreNode } from "@/lib/domain/define/program";
import type { PartnerInput } from "@/lib/domain/run-input";
import { advisePath, type PathQuestion } from "@/lib/domain/score/path/advise-path";
import type { PathAdvice } from "@/lib/domain/score/path/path-advice";
import { isPeerCurve } from "@/lib/domain/score/peer-curves";
import { AppError } from "@/lib/errors";

export type Advised = {
  readonly run: Pick<RunHeader, "number" | "asOf" | "program">;
  readonly program: Program;
  readonly frozen: FrozenDecision;
  readonly asked: Pick<PathQuestion, "tier" | "by">;
};

/**
 * Advice to one partner of a run, from the run's frozen inputs alone. `among`: all of the run, or null where others are left out, as
 * for the partner itself, who must not learn of them.
 * @throws AppError unprocessable for a tier that the program does not have, or a day that is not after the run's
 */
export function advise({ run, program, frozen, asked }: Advised, among: readonly PartnerInput[] | null): PathAdvice {
  requireTier(program, asked.tier);
  requireLater(run, asked.by);
  return advisePath({
    ...{ program, asOf: run.asOf, partner: frozen.input, decision: frozen.explanation },
    ...{ partners: among ?? [frozen.input], others: among === null ? "hidden" : "known" },
    ...asked,
  });
}

/**
 * What becomes of the others in what staff are told: in a run too large they are left out, as for the partner itself, since to read and
 * evaluate all of them for each path would keep everybody else waiting for seconds.
 */
export function othersForStaff(program: Program, partners: number): PathAnswer["others"] {
  if (!looksAtOthers(program)) return "none";
  return partners > MOST_LOOKED_AT ? "left_out" : "as_they_are";
}

/** Evaluated about five times for an answer, these take a second. */
const MOST_LOOKED_AT = 20_000;

/** Whether a partner's tier depends on the others of its run: through criteria among peers, or seats. */
export function looksAtOthers({ score, tiers }: Program): boolean {
  const isAmongPeers = (node: ScoreNode): boolean => (node.kind === "group" ? node.children.some(isAmongPeers) : isPeerCurve(node.curve));
  return tiers.some(({ capacity }) => capacity !== undefined) || isAmongPeers(score);
}

function requireTier({ tiers }: Program, asked: string | undefined): void {
  if (asked === undefined || tiers.some(({ key }) => key === asked)) return;
  const keys = tiers.map(({ key }) => key).join(", ");
  throw refused("tier", `the program has no tier "${asked}". Use one of ${keys}, or leave it out for the next tier.`);
}

function requireLater({ number, asOf }: Advised["run"], asked: string | undefined): void {
  if (asked === undefined || asked > asOf) return;
  throw refused("by", `${asked} is not after ${asOf}, the day of run ${number}. Name a later day, or leave it out for the next review.`);
}

function refused(path: string, message: string): AppError {
  return new AppError("unprocessable", `${path}: ${message}`, { issues: [{ path, message }] });
}
