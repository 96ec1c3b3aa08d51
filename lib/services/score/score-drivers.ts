import type { Move } from "@/lib/contracts/run";
import type { NodeResult } from "@/lib/domain/score/decision";

const SHOWN = 3;

/**
 * The criteria that changed a score most between two runs, largest first. A criterion weighs its points times its share of the whole
 * (the product of the shares from the root down): in an arithmetic tree that is what it brings to the score, in a geometric one its
 * pull on it.
 */
export function scoreDrivers(before: readonly NodeResult[], now: readonly NodeResult[], nodeNames: ReadonlyMap<string, string>): Move["drivers"] {
  const weighedBefore = weighedPoints(before);
  const weighedNow = weighedPoints(now);
  const pointsBefore = pointsOf(before);
  const pointsNow = pointsOf(now);
  return [...new Set([...weighedNow.keys(), ...weighedBefore.keys()])]
    .map((node) => ({ node, change: Math.abs((weighedNow.get(node) ?? 0) - (weighedBefore.get(node) ?? 0)) }))
    .filter(({ change }) => change > 0)
    .sort((a, b) => b.change - a.change || (a.node < b.node ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ node }) => ({ node, name: nodeNames.get(node) ?? node, before: pointsBefore.get(node) ?? null, now: pointsNow.get(node) ?? null }));
}

function pointsOf(nodes: readonly NodeResult[]): Map<string, number | null> {
  return new Map(nodes.map(({ key, points }) => [key, points]));
}

function weighedPoints(nodes: readonly NodeResult[]): Map<string, number> {
  const shareOfWhole = new Map<string, number>();
  const weighed = new Map<string, number>();
  // Parents come before their children.
  for (const { key, parent, share, points, criterion } of nodes) {
    const whole = (share ?? 0) * (parent === null ? 1 : (shareOfWhole.get(parent) ?? 0));
    shareOfWhole.set(key, whole);
    if (criterion !== undefined) weighed.set(key, whole * (points ?? 0));
  }
  return weighed;
}
