import { TierOf, tierPlaces } from "@/components/score/tier-badge";
import { scorecardPath } from "@/components/shell/routes";
import { TextLink } from "@/components/ui/text-link";
import type { GapCandidate } from "@/lib/contracts/coverage";
import type { Run } from "@/lib/contracts/run";
import { amountWords, candidateReason } from "./coverage-words";

type CandidateListProps = {
  readonly candidates: readonly GapCandidate[];
  readonly run: Run;
  readonly currency: string;
  readonly qualifiedTier: string;
};

/** Who could close a gap, and why: the best claim first. */
export function CandidateList({ candidates, run, currency, qualifiedTier }: CandidateListProps) {
  if (candidates.length === 0) return <span className="text-muted">Nobody near sells anything like it: recruit.</span>;
  const tiers = tierPlaces(run.tiers);
  return (
    <ol className="space-y-1.5">
      {candidates.map((candidate) => (
        <li key={candidate.partner.code}>
          <TextLink strong href={scorecardPath(candidate.partner.code, run.number)}>
            {candidate.partner.name}
          </TextLink>
          <span className="ml-2 inline-block">
            <TierOf tiers={tiers} tier={candidate.tier} byHand={candidate.overridden} />
          </span>
          <span className="block text-xs text-muted">
            {candidateReason(candidate, qualifiedTier)}: {amountWords(candidate.soldE4, currency)}
            {candidate.totalE4 > candidate.soldE4 && ` of ${amountWords(candidate.totalE4, currency)}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
