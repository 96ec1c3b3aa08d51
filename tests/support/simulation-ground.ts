import { evaluateRun } from "@/lib/domain/evaluate-run";
import { packPopulation } from "@/lib/domain/optimize/packed-population";
import type { Ground } from "@/lib/domain/optimize/what-if";
import type { RunInput } from "@/lib/domain/run-input";

/** What the simulator is given of a run, as if that were published. */
export function simulationGround({ program, asOf, partners }: RunInput): Ground {
  const decisions = evaluateRun({ program, asOf, partners });
  const place = (tier: string) => program.tiers.findIndex(({ key }) => key === tier);
  const inOrder = [...partners].sort((a, b) => (a.partner < b.partner ? -1 : 1));
  return {
    ...{ asOf, baseline: program, measuredFor: program, population: packPopulation(inOrder) },
    decided: decisions.map(({ decided }) => place(decided)),
    qualified: decisions.map(({ qualified }) => place(qualified)),
    score: decisions.map(({ score }) => score),
  };
}
