import type { RunComparison } from "@/lib/contracts/run";
import { tierPlaces } from "./tier-badge";
import { TierMatrix } from "./tier-matrix";

type MovementMatrixProps = { readonly comparison: RunComparison };

/** How partners moved between the tiers of a run and those of the one before. */
export function MovementMatrix({ comparison: { run, matrix } }: MovementMatrixProps) {
  const tiers = tierPlaces(run.tiers);
  return (
    <TierMatrix
      caption="Movement between tiers: rows are the tier before, columns the tier now"
      before={tiers}
      after={tiers}
      count={(from, to) => matrix.find((cell) => cell.from === from && cell.to === to)?.partners ?? 0}
    />
  );
}
