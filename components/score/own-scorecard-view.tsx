import type { ReactNode } from "react";
import { AllocatedAmounts } from "@/components/entitle/allocated-amounts";
import { GrantedBenefits } from "@/components/entitle/granted-benefits";
import { formatDate } from "@/components/format/date";
import { formatFixed } from "@/components/format/number";
import { ownScorecardPath } from "@/components/shell/routes";
import { Section } from "@/components/ui/section";
import type { PartnerAllocations } from "@/lib/contracts/fund";
import type { PartnerScorecard } from "@/lib/contracts/scorecard";
import { confidenceWords } from "./data-words";
import { laterResult } from "./later-result";
import { NextTier } from "./next-tier";
import { OwnCriteria } from "./own-criteria";
import { PastResult } from "./past-result";
import { readingWords } from "./reading-words";
import { ScoreComposition } from "./score-composition";
import { ScoreHistory } from "./score-history";
import { TierBadge } from "./tier-badge";
import { TierLadder } from "./tier-ladder";
import { nextTier, tierSentence, tierSentenceHint } from "./tier-sentence";

type OwnScorecardViewProps = {
  readonly scorecard: PartnerScorecard;
  readonly allocations: PartnerAllocations["items"];
  /** What can be done to reach the next tier; of the current result alone. */
  readonly path: ReactNode;
};

/** A partner's own result, for its owner on a phone: the tier, the next one and how far it is, then every number behind it. */
export function OwnScorecardView({ scorecard, allocations, path }: OwnScorecardViewProps) {
  const { partner, organization, run, program, tier, score, percentile } = scorecard;
  const place = scorecard.tiers.findIndex(({ key }) => key === tier.key);
  const hint = tierSentenceHint(scorecard);
  const reading = readingWords(scorecard, "partner");
  return (
    <>
      <PastResult scorecard={scorecard} currentAddress="/scorecard" />
      <p className="text-sm text-muted">
        {partner.name} · {organization.name}
      </p>
      <h1 className="mt-1 mb-4 text-2xl">Your tier</h1>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <TierBadge name={tier.name} place={place} of={scorecard.tiers.length} large />
        <p className="text-right">
          <span className="block text-3xl font-semibold tracking-tight tabular-nums">
            {score === null ? "–" : formatFixed(score, program.scoreDecimals)}
          </span>
          <span className="text-sm text-muted">{score === null ? "not scored" : "of 100 points"}</span>
        </p>
      </div>
      <TierLadder scorecard={scorecard} />
      <p className="mt-5 text-lg">{tierSentence(scorecard, "partner")}</p>
      {hint !== null && <p className="mt-1 text-sm text-muted">{hint}</p>}
      {reading !== null && <p className="mt-1 text-sm text-muted">{reading}</p>}
      <p className="mt-2 text-sm text-muted">
        As of {formatDate(run.asOf)}.
        {percentile !== null && ` Your score is higher than that of ${formatFixed(percentile, 0)}% of ${peersWords(partner)}.`}
      </p>
      <div className="mt-10">
        {laterResult(scorecard) === null && path}
        <NextTier scorecard={scorecard} />
        {scorecard.entitlements.length > 0 && (
          <Section title="What you get" hint={entitlementsHint(scorecard)}>
            <GrantedBenefits scorecard={scorecard} />
          </Section>
        )}
        {allocations.length > 0 && (
          <Section title="Your funds" hint="What is yours to spend in each period, as approved.">
            <AllocatedAmounts items={allocations} forStaff={false} />
          </Section>
        )}
        <Section
          title="What counts"
          hint={
            <>
              Each number becomes points, and the points make your score.<span className="print:hidden"> Open the records to check a number.</span>
            </>
          }
        >
          <OwnCriteria scorecard={scorecard} />
        </Section>
        <Section title="How your score comes about">
          <ScoreComposition scorecard={scorecard} />
        </Section>
        <Section title="Your history">
          <ScoreHistory scorecard={scorecard} runAddress={ownScorecardPath} />
        </Section>
        <p className="mt-8 text-sm text-muted">
          {program.name}, version {program.version}, run {run.number}. {confidenceWords(scorecard.confidence)}. If a number looks wrong, open its
          records and tell {organization.name} which one.
        </p>
      </div>
    </>
  );
}

function entitlementsHint(scorecard: PartnerScorecard): string {
  const next = nextTier(scorecard);
  return next === null ? `What ${scorecard.tier.name} grants you.` : `What ${scorecard.tier.name} grants you, and what ${next.name} would.`;
}

/** With whom the score is compared: all scored partners of the same type, in the same run. */
function peersWords({ type }: PartnerScorecard["partner"]): string {
  return type === null ? "all partners that have no type, as you" : `all partners of your type, ${type}`;
}
