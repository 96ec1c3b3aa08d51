import { moversOf } from "../../define/made-of";
import type { Program, ScoreNode } from "../../define/program";
import type { PartnerInput } from "../../run-input";
import type { Decision } from "../decision";
import { isPeerCurve } from "../peer-curves";
import { metricsIn } from "../population";
import type { PathView } from "./path-view";

/**
 * A partner's own view on its way to a tier, in which nothing of another partner is known: its criteria among peers give what they gave in
 * the decision and nothing is done about their metrics; the tier's seats are left out, and higher tiers with seats altogether. Null where
 * the decision does not tell what those criteria give, because it is of an earlier month end.
 */
export function withoutOthers(
  program: Program,
  tier: number,
  asOf: PathView["asOf"],
  input: PartnerInput,
  decision: Pick<Decision, "nodes" | "reading">,
): PathView | null {
  const reading = program.readings?.kind === "regions" ? (decision.reading ?? null) : null;
  const amongPeers = metricsAmongPeers(program.score);
  if (amongPeers.size > 0 && program.readings?.kind === "monthEnds" && decision.reading != null) return null;

  const movedBy = (lever: string) => program.metrics.filter((metric) => moversOf(metric, program).includes(lever)).map(({ key }) => key);
  const effort = (program.effort ?? []).filter(({ metric }) => {
    const moved = movedBy(metric);
    return moved.includes(metric) && !moved.some((key) => amongPeers.has(key));
  });
  const points = new Map(decision.nodes.map((node) => [node.key, node.points]));
  return {
    program: {
      ...program,
      score: withPointsAsDecided(program.score, points),
      tiers: program.tiers.slice(0, firstWithSeats(program, tier + 1)).map(({ capacity: _, ...rest }) => rest),
      readings: undefined,
      effort: effort.length === 0 ? undefined : effort,
    },
    asOf,
    partners: [{ ...input, metrics: metricsIn(input, reading) ?? input.metrics, readings: undefined }],
    partner: input.partner,
    reading: null,
  };
}

/** The place of the lowest tier with a capacity from some place on; the number of tiers where there is none. */
function firstWithSeats({ tiers }: Program, from: number): number {
  const found = tiers.findIndex(({ capacity }, place) => place >= from && capacity !== undefined);
  return found === -1 ? tiers.length : found;
}

function metricsAmongPeers(node: ScoreNode): ReadonlySet<string> {
  if (node.kind === "criterion") return new Set(isPeerCurve(node.curve) ? [node.metric] : []);
  return new Set(node.children.flatMap((child) => [...metricsAmongPeers(child)]));
}

/** Criteria among peers as the decision has them: without points as if they had no data, which follows the same rule. */
function withPointsAsDecided(node: ScoreNode, points: ReadonlyMap<string, number | null>): ScoreNode {
  if (node.kind === "group") return { ...node, children: node.children.map((child) => withPointsAsDecided(child, points)) };
  if (!isPeerCurve(node.curve)) return node;
  const decided = points.get(node.key) ?? null;
  if (decided === null) return { ...node, metric: UNMEASURED };
  return { ...node, curve: { kind: "steps", below: decided, steps: [{ from: 0, points: decided }] } };
}

/** The key of no metric. */
const UNMEASURED = "";
