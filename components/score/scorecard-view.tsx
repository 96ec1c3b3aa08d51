import type { ReactNode } from "react";
import { AllocatedAmounts } from "@/components/entitle/allocated-amounts";
import { GrantedBenefits } from "@/components/entitle/granted-benefits";
import { formatDate } from "@/components/format/date";
import { formatCount, formatFixed, formatNumber, formatPoints } from "@/components/format/number";
import { partnerOverridesPath, recordsPath, scorecardPath, standingsPath } from "@/components/shell/routes";
import { Badge } from "@/components/ui/badge";
import { DefinitionList } from "@/components/ui/definition-list";
import { KeyFigures } from "@/components/ui/key-figures";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { PartnerAllocations } from "@/lib/contracts/fund";
import type { OverrideChoices } from "@/lib/contracts/override";
import type { StaffScorecard } from "@/lib/contracts/scorecard";
import { CriteriaTable } from "./criteria-table";
import { confidenceLevelWords, confidenceWords } from "./data-words";
import { EndOverride } from "./end-override";
import { laterResult } from "./later-result";
import { Movement } from "./movement";
import { nearestCut } from "./nearest-cut";
import { OverrideNotice } from "./override-notice";
import { OverrideTier } from "./override-tier";
import { overrideNews } from "./override-words";
import { PastResult } from "./past-result";
import { readingWords } from "./reading-words";
import { rankRangeWords, staysWords } from "./robustness-words";
import { ScoreComposition } from "./score-composition";
import { ScoreHistory } from "./score-history";
import { TierBadge } from "./tier-badge";
import { TierRequirements } from "./tier-requirements";
import { tierSentence, tierSentenceHint } from "./tier-sentence";

type ScorecardViewProps = {
  readonly scorecard: StaffScorecard;
  readonly allocations: PartnerAllocations["items"];
  /** Null for those who may not override a tier, and while no version of the program is in effect. */
  readonly overrideChoices: OverrideChoices | null;
  /** What can be done to reach the next tier; of the current result alone. */
  readonly path: ReactNode;
};

/** One partner's decision for staff: the tier, why, and everything behind it. */
export function ScorecardView({ scorecard, allocations, overrideChoices, path }: ScorecardViewProps) {
  const { partner, tier, run, program, confidence, override, openOverride } = scorecard;
  const isPast = laterResult(scorecard) !== null;
  const place = scorecard.tiers.findIndex(({ key }) => key === tier.key);
  const hint = tierSentenceHint(scorecard);
  const reading = readingWords(scorecard, "staff");
  return (
    <>
      <PageHeader
        back={{ href: standingsPath(run.number), label: `Standings of run ${run.number}` }}
        title={partner.name}
        lead={[partner.code, partner.region, partner.type].filter(Boolean).join(" · ")}
        actions={
          <>
            {overrideChoices !== null && !isPast && <OverrideTier partner={partner} choices={overrideChoices} open={openOverride} />}
            <PrintButton />
          </>
        }
      />
      <PastResult scorecard={scorecard} currentAddress={scorecardPath(partner.code)} />
      {run.status !== "published" && (
        <div className="mb-6">
          <Notice tone="warn" title={`Run ${run.number} is a draft`}>
            The partner does not see this result until the run is published.
          </Notice>
        </div>
      )}
      {!isPast && <OverrideNotice scorecard={scorecard} mayOverride={overrideChoices !== null} />}
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <TierBadge name={tier.name} place={place} of={scorecard.tiers.length} large byHand={override !== null} />
        <Movement code={scorecard.movement.code} from={scorecard.previous?.name ?? null} />
        {override && <Badge tone="accent">Override until {formatDate(override.expires)}</Badge>}
        {override !== null && openOverride !== null && !isPast && overrideChoices !== null && overrideNews(scorecard) === null && (
          <EndOverride override={openOverride} look="quiet" />
        )}
      </div>
      <p className="max-w-prose text-lg">{tierSentence(scorecard, "staff")}</p>
      {hint !== null && <p className="mt-1.5 max-w-2xl text-sm text-muted">{hint}</p>}
      {reading !== null && <p className="mt-1.5 max-w-2xl text-sm text-muted">{reading}</p>}
      <div className="mt-6">
        <KeyFigures
          figures={[
            {
              label: "Score",
              value: scorecard.score === null ? "not scored" : formatFixed(scorecard.score, program.scoreDecimals),
              note: `of 100, as of ${formatDate(run.asOf)}`,
            },
            {
              label: "Rank",
              value: scorecard.rank === null ? "–" : formatCount(scorecard.rank),
              note: `of ${formatCount(scorecard.partners)} partners`,
            },
            cutFigure(scorecard),
            ...robustnessFigure(scorecard),
            { label: "Confidence", value: confidenceLevelWords(confidence.level), note: confidenceWords(confidence) },
          ]}
        />
      </div>
      {scorecard.distanceToCut !== null && (
        <p className="mt-2 max-w-2xl text-sm text-muted">
          A cut is the lowest score that a tier asks for.{" "}
          {scorecard.robustness !== null &&
            `Nobody can say that the weights of the score are exactly right: varied a thousand times by up to ${scorecard.robustness.spreadPercent}%, a solid tier stays in ${scorecard.robustness.solidFromPercent}% of the variations or more. A borderline one asks for a look and decides nothing.`}
        </p>
      )}
      <div className="mt-10">
        <Section title="How the score comes about">
          <ScoreComposition scorecard={scorecard} />
        </Section>
        <Section title="Criteria" hint="Each value becomes points by its curve. The dot is this partner.">
          <div className="print:[&_tr>:last-child]:hidden">
            <CriteriaTable scorecard={scorecard} recordsHref={(metric) => recordsPath(partner.code, { run: run.number, metric })} />
          </div>
        </Section>
        {!isPast && path}
        <Section title="What each tier asks">
          <TierRequirements scorecard={scorecard} />
        </Section>
        {scorecard.entitlements.length > 0 && (
          <Section title="Entitlements" hint={`What ${tier.name} grants, by version ${program.version} of the program.`}>
            <GrantedBenefits scorecard={scorecard} />
          </Section>
        )}
        {allocations.length > 0 && (
          <Section title="Funds" hint="What it was allocated, period by period.">
            <AllocatedAmounts items={allocations} forStaff />
          </Section>
        )}
        <Section title="History">
          <ScoreHistory scorecard={scorecard} runAddress={(run) => scorecardPath(scorecard.partner.code, run)} />
        </Section>
        <Section title="Where this comes from">
          <DefinitionList
            items={[
              { term: "Run", value: `${run.number}, as of ${formatDate(run.asOf)}, as known at import ${scorecard.knownAt}` },
              { term: "Program", value: `${program.name}, version ${program.version}` },
              ...(override === null
                ? []
                : [
                    {
                      term: "Override",
                      value: (
                        <TextLink href={partnerOverridesPath(partner.code)}>
                          {override.reason}, by {scorecard.overrideOwner}, until {formatDate(override.expires)}
                        </TextLink>
                      ),
                    },
                  ]),
              { term: "Input hash", value: <code className="text-xs">{scorecard.inputHash}</code> },
            ]}
          />
        </Section>
      </div>
    </>
  );
}

/** How firmly the tier stands; nothing of a decision that did not measure it. */
function robustnessFigure({ robustness, tier }: StaffScorecard): { label: string; value: string; note: string }[] {
  if (robustness === null) return [];
  const ranks = rankRangeWords(robustness);
  return [
    {
      label: "Robustness",
      value: robustness.verdict === "solid" ? "Solid" : "Borderline",
      note: `stays ${tier.name} in ${staysWords(robustness.stays, robustness.variations)} of the variations${ranks === null ? "" : `, rank ${ranks}`}`,
    },
  ];
}

/** How far the score is from which tier's cut, and on which side. */
function cutFigure(scorecard: StaffScorecard): { label: string; value: string; note: string } {
  const label = "To the nearest cut";
  const nearest = nearestCut(scorecard);
  if (scorecard.distanceToCut === null || nearest === null)
    return { label, value: "–", note: scorecard.score === null ? "not scored" : "no tier asks for a score here" };
  const { tier, cut, side } = nearest;
  const decimals = scorecard.program.scoreDecimals;
  return {
    label,
    value: formatPoints(scorecard.distanceToCut, decimals),
    note: `${side === "at" ? "exactly at" : `points ${side}`} ${tier}'s cut of ${formatNumber(cut, 4)}`,
  };
}
