import { Waterfall } from "@/components/charts/waterfall";
import { Notice } from "@/components/ui/notice";
import type { PartnerScorecard } from "@/lib/contracts/scorecard";
import { scoreSteps } from "./score-steps";

type ScoreCompositionProps = { readonly scorecard: PartnerScorecard };

export function ScoreComposition({ scorecard }: ScoreCompositionProps) {
  const composition = scoreSteps(scorecard);
  if (composition === null) return <Notice tone="warn">There is no score: the program says that without this data a partner is not scored.</Notice>;
  return (
    <>
      <p className="mb-4 max-w-prose text-muted">{composition.rule}</p>
      <Waterfall caption="How the score comes about" heads={composition.heads} max={composition.max} steps={composition.steps} />
    </>
  );
}
