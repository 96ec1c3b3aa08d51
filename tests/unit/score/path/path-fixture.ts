import type { Effort } from "../../../../lib/domain/define/effort";
import type { Program } from "../../../../lib/domain/define/program";
import { evaluateRun } from "../../../../lib/domain/evaluate-run";
import type { PartnerInput } from "../../../../lib/domain/run-input";
import { advisePath, type PathQuestion } from "../../../../lib/domain/score/path/advise-path";
import type { Path, PathAdvice } from "../../../../lib/domain/score/path/path-advice";
import { day } from "../run-fixture";

export const AS_OF = day("2013-11-30");

/** A step of one unit for an effort of 1, ten times at most, that counts at once. */
export function effort(metric: string, overrides: Partial<Effort> = {}): Effort {
  return { metric, step: 1, effort: 1, leadDays: { first: 0, each: 0 }, mostSteps: 10, ...overrides };
}

type Asked = Partial<Pick<PathQuestion, "others" | "tier" | "by">> & { readonly among?: readonly PartnerInput[] };

/** The advice to a partner, alone or among others, on its own decision. */
export function adviceTo(partner: PartnerInput, program: Program, { among = [], others = "known", ...asked }: Asked = {}): PathAdvice {
  const partners = [partner, ...among];
  const decision = evaluateRun({ program, asOf: AS_OF, partners }).find((one) => one.partner === partner.partner);
  if (decision === undefined) throw new Error("a run of a partner gave no decision");
  return advisePath({ program, asOf: AS_OF, partners, partner, decision: decision.toJSON(), others, ...asked });
}

/** The paths of an advice that has some. */
export function pathsOf(advice: PathAdvice): readonly Path[] {
  if (advice.kind !== "paths") throw new Error(`the advice has no paths: ${JSON.stringify(advice)}`);
  return advice.paths;
}

/** What a path changes: "a 10 → 12". */
export function changesIn({ steps }: Path): string[] {
  return steps.map(({ metric, from, to }) => `${metric} ${from} → ${to}`);
}
