import { placedNode } from "@/lib/domain/define/edit-score";
import type { Program, ScoreNode } from "@/lib/domain/define/program";
import type { Behind, BehindQuery } from "@/lib/domain/optimize/behind";
import { curveScale } from "./curve-scale";
import type { Tried } from "./simulator-messages";

/** The lowest and the highest value that today's partners have of a metric. */
export type Extent = { readonly metric: string; readonly low: number; readonly high: number };

/** What of today's partners lies behind the part that is edited. A curve's partners are counted on its own scale. */
export function behindPart(part: string, program: Program, extent: Extent | null): BehindQuery | null {
  const [kind, key = ""] = part.split(":");
  switch (kind) {
    case "movement":
      return { kind };
    case "metric":
      return { kind, metric: key, scale: null };
    case "tier":
      return program.tiers[0]?.key === key ? { kind: "score" } : { kind, tier: key };
    case "rules":
      return { kind: "score" };
    case "score":
      return behindNode(placedNode(program.score, key)?.node ?? program.score, extent);
    default:
      return null;
  }
}

function behindNode(node: ScoreNode, extent: Extent | null): BehindQuery {
  if (node.kind === "group") return { kind: "group", node: node.key };
  const known = extent?.metric === node.metric ? ([extent.low, extent.high] as const) : null;
  return { kind: "metric", metric: node.metric, scale: known === null ? null : curveScale(node.curve, known) };
}

/** What lies behind the part that is edited now: not behind one that was edited before, nor while the rules cannot be tried. */
export function behindIn(tried: Tried | null, wanted: BehindQuery | null): Behind | null {
  const subject = (query: BehindQuery | null | undefined) => JSON.stringify({ ...query, scale: null });
  return subject(tried?.look.behind) === subject(wanted) ? (tried?.trial?.behind ?? null) : null;
}

/** Null where no values of a metric were looked at. */
export function extentIn(tried: Tried | null): Extent | null {
  const behind = tried?.trial?.behind;
  const query = tried?.look.behind;
  if (behind?.kind !== "values" || behind.values.extent === null || query?.kind !== "metric") return null;
  const [low, high] = behind.values.extent;
  return { metric: query.metric, low, high };
}
