import { scorecardPath } from "@/components/shell/routes";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import type { GapCandidate } from "@/lib/contracts/coverage";
import { amountWords, candidateReason } from "./coverage-words";

type CandidateListProps = {
  readonly candidates: readonly GapCandidate[];
  readonly run: number;
  readonly currency: string;
  readonly qualifiedTier: string;
};

/** Who could close a gap, and why: the best claim first. */
export function CandidateList({ candidates, run, currency, qualifiedTier }: CandidateListProps) {
  if (candidates.length === 0) return <span className="text-muted">Nobody near sells anything like it: recruit.</span>;
  return (
    <ol className="space-y-1">
      {candidates.map((candidate) => (
        <li key={candidate.partner.code} className="flex flex-wrap items-center gap-x-2">
          <TextLink strong href={scorecardPath(candidate.partner.code, run)}>
            {candidate.partner.name}
          </TextLink>
          <Badge tone={candidate.isQualified ? "good" : "neutral"}>{candidate.tierName}</Badge>
          <span className="text-xs text-muted">
            {candidateReason(candidate, qualifiedTier)}: {amountWords(candidate.soldE4, currency)}
            {candidate.totalE4 > candidate.soldE4 && ` of ${amountWords(candidate.totalE4, currency)}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
