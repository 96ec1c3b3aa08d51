import { coverageRuleWords } from "@/components/activate/coverage-words";
import { EntitlementMatrix } from "@/components/entitle/entitlement-matrix";
import { formatMonth } from "@/components/format/date";
import { counted, formatStated } from "@/components/format/number";
import { DefinitionList } from "@/components/ui/definition-list";
import { Section } from "@/components/ui/section";
import { DEFAULT_ROBUSTNESS } from "@/lib/domain/define/default-robustness";
import type { Program } from "@/lib/domain/define/program";
import { EffortTable } from "./effort-table";
import { FundBounds, fundTitle, fundWords } from "./fund-bounds";
import { MetricTable } from "./metric-table";
import { programNames } from "./program-names";
import { movementRuleWords, qualificationWords, readingsWords, robustnessRuleWords } from "./rule-words";
import { ScoreTree } from "./score-tree";
import { TierRules } from "./tier-rules";

type ProgramRulesProps = { readonly program: Program };

/** All that a program says, a section for each part, in plain words. */
export function ProgramRules({ program }: ProgramRulesProps) {
  const names = programNames(program);
  const { entitlements, funds = [], coverage, robustness = DEFAULT_ROBUSTNESS, effort } = program;
  const tierName = (key: string) => program.tiers.find((tier) => tier.key === key)?.name ?? key;
  return (
    <>
      <Section
        title="Tiers"
        hint={[qualificationWords(program.qualification), program.readings && readingsWords(program.readings)].filter(Boolean).join(" ")}
      >
        <TierRules tiers={program.tiers} names={names} />
      </Section>
      <Section
        title="Score"
        hint={`0 to 100, rounded to ${counted(program.scoreDecimals, "decimal")}; tiers and ranks are decided on the rounded score.`}
      >
        <ScoreTree program={program} names={names} />
      </Section>
      {entitlements !== undefined && (
        <Section title="Entitlements" hint="What each tier is granted. Every cell is stated; a dash grants nothing.">
          <EntitlementMatrix program={program} entitlements={entitlements} />
        </Section>
      )}
      {funds.map((fund) => (
        <Section key={fund.benefit} title={fundTitle(program, fund)} hint={fundWords(program, fund)}>
          <FundBounds program={program} fund={fund} />
        </Section>
      ))}
      {coverage !== undefined && (
        <Section title="Coverage" hint="When a region counts as covered for a product line.">
          <Sentences of={coverageRuleWords(coverage, tierName(coverage.qualifiedTier), program.currency)} />
        </Section>
      )}
      <Section title="Movement">
        <Sentences of={movementRuleWords(program.movement, tierName)} />
      </Section>
      <Section title="Robustness" hint={robustnessRuleWords(robustness)}>
        <p className="text-sm text-muted">A borderline tier asks for a look; it decides nothing.</p>
      </Section>
      {effort !== undefined && (
        <Section title="Effort" hint="What it takes a partner to better a metric, for advice on the way to the next tier.">
          <EffortTable program={program} effort={effort} />
        </Section>
      )}
      <Section title="Metrics">
        <MetricTable metrics={program.metrics} />
      </Section>
      <Section title="Money and time">
        <DefinitionList items={moneyAndTime(program)} />
      </Section>
    </>
  );
}

function Sentences({ of }: { readonly of: readonly string[] }) {
  return (
    <ul className="list-disc space-y-1 pl-5 marker:text-muted">
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function moneyAndTime({ currency, fiscalCalendar, programYearStartMonth, exchangeRates }: Program) {
  const programYear = programYearStartMonth === undefined ? [] : [{ term: "Program year", value: `starts in ${formatMonth(programYearStartMonth)}` }];
  return [
    { term: "Currency", value: currency },
    { term: "Fiscal year", value: `starts in ${formatMonth(fiscalCalendar.startMonth)}` },
    ...programYear,
    ...exchangeRates.map((rate) => ({ term: `1 ${rate.currency}`, value: `${formatStated(rate.rate)} ${currency}` })),
  ];
}
