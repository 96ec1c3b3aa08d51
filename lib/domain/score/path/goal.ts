import { ALWAYS, type Clause, clausesOf, gateClauses, pointsClauses, together } from "./clause";
import type { PathProblem } from "./path-problem";
import type { PathView } from "./path-view";
import { seatAsked } from "./seat-asked";
import type { Work } from "./work-limit";

/**
 * The ways in which the partner would qualify for a tier or a higher one (which where tiers stand alone may ask for less): it meets what the
 * tier asks, on a ladder what those below it ask too, and has a seat where seats are few; with each gate open or closed.
 */
export function goalClauses(view: PathView, tier: number, problem: PathProblem, work: Work): readonly Clause[] {
  const upwards = [...view.program.tiers.keys()].slice(tier);
  let clauses: readonly Clause[] = upwards.flatMap((each) => tierClauses(view, each, problem, work));
  for (const node of problem.tree.nodes) {
    if (node.gates.length > 0 && !problem.isFixed(node)) clauses = together(clauses, gateClauses(node, problem, work), work);
  }
  return clauses;
}

function tierClauses(view: PathView, tier: number, problem: PathProblem, work: Work): readonly Clause[] {
  const { tiers, qualification } = view.program;
  const asked = tiers.slice(qualification === "ladder" ? 0 : tier, tier + 1).flatMap(({ requires }) => requires ?? []);
  return asked.reduce((all, requires) => together(all, clausesOf(requires, "met", problem, work), work), seatClauses(view, tier, problem));
}

function seatClauses(view: PathView, tier: number, problem: PathProblem): readonly Clause[] {
  const asked = seatAsked(view, tier);
  const root = problem.tree.nodes[0];
  if (asked === "never") return [];
  return asked === null || root === undefined ? ALWAYS : pointsClauses(root, asked, problem);
}
