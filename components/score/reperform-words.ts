import { counted, formatNumber } from "@/components/format/number";
import type { DecisionDifference, ReperformedRun } from "@/lib/contracts/reperformed-run";

export type ReperformVerdict = { readonly isSame: boolean; readonly title: string; readonly text: string };

/** What evaluating a run again found, in plain words. */
export function reperformVerdict(found: ReperformedRun): ReperformVerdict {
  const { engineVersion, stored, milliseconds } = found;
  const took = `It took ${formatNumber(milliseconds / 1000, 1)} seconds.`;
  const faults = faultsOf(found);
  if (faults.length > 0) return { isSame: false, title: "This run is not what was evaluated", text: [...faults, took].join(" ") };
  const text = `Engine ${engineVersion} evaluated ${counted(stored, "partner")} again from the frozen inputs: every decision is the same, byte for byte. ${took}`;
  return { isSame: true, title: "Nothing was changed, and the rules give it again", text };
}

function faultsOf({ inputs, decisions, evaluation, partners, stored, resultHash, differing }: ReperformedRun): string[] {
  const faults: string[] = [];
  if (stored !== partners) faults.push(`Of ${counted(partners, "partner")} ${stored} are stored.`);
  if (!inputs) faults.push("The stored inputs are not those that were evaluated: somebody changed them, or the rules, in the database.");
  if (!decisions) {
    const isText = resultHash.stored !== resultHash.recorded;
    faults.push(isText ? "The stored decisions are not those of then." : "What lists show is not what the stored decisions say.");
  }
  if (!evaluation) {
    if (resultHash.evaluated === null) faults.push("What is stored cannot be evaluated any more.");
    else faults.push(inputs ? "Evaluated again, the same inputs give other decisions." : "Evaluated again, they give other decisions.");
  } else if (!decisions) faults.push("Evaluated again, the inputs give the decisions of then.");
  if (differing !== null && differing > 0) faults.push(`${counted(differing, "decision differs", "decisions differ")}.`);
  return faults;
}

/** Where in a decision it differs; "" is all of it. */
export function placeWords({ path }: DecisionDifference): string {
  return path === "" ? "the whole decision" : path;
}
