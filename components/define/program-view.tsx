import { coverageRuleWords } from "@/components/activate/coverage-words";
import { EntitlementMatrix } from "@/components/entitle/entitlement-matrix";
import { formatDate, formatMoment, formatMonth } from "@/components/format/date";
import { counted, formatNumber } from "@/components/format/number";
import { Badge } from "@/components/ui/badge";
import { DownloadLink } from "@/components/ui/button-link";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { ProgramVersion, ProgramVersionSummary } from "@/lib/contracts/program";
import { DEFAULT_ROBUSTNESS } from "@/lib/domain/define/robustness-rule";
import { EffortTable } from "./effort-table";
import { FundBounds, fundTitle, fundWords } from "./fund-bounds";
import { MetricTable } from "./metric-table";
import { ProgramChanges } from "./program-changes";
import { ProgramIssues } from "./program-issues";
import { programNames } from "./program-names";
import { movementRuleWords, qualificationWords, readingsWords, robustnessRuleWords } from "./rule-words";
import { ScoreTree } from "./score-tree";
import { TierRules } from "./tier-rules";
import { VersionTable } from "./version-table";

type ProgramViewProps = {
  readonly version: ProgramVersion;
  readonly versions: readonly ProgramVersionSummary[];
  /** What the version is compared with, and what else it could be; null where there is nothing to compare with. */
  readonly comparison: { readonly against: ProgramVersion; readonly others: readonly number[] } | null;
};

/** The rules, readable by a person. */
export function ProgramView({ version, versions, comparison }: ProgramViewProps) {
  const { document } = version;
  const names = programNames(document);
  const tierName = (key: string) => document.tiers.find((tier) => tier.key === key)?.name ?? key;
  return (
    <>
      <PageHeader
        title={
          <span className="inline-flex flex-wrap items-center gap-3">
            {document.name}{" "}
            <Badge tone={version.status === "published" ? "good" : "warn"}>{version.status === "published" ? "Published" : "Draft"}</Badge>
          </span>
        }
        lead={[
          `Version ${version.version}${version.effectiveFrom === null ? "" : `, in effect from ${formatDate(version.effectiveFrom)}`}.`,
          document.description,
        ]
          .filter(Boolean)
          .join(" ")}
        actions={
          <DownloadLink
            href={`data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(version.document, null, 2))}`}
            fileName={`${version.program.key}-${version.version}.json`}
          >
            Download JSON
          </DownloadLink>
        }
      />
      <ProgramIssues issues={version.issues} />
      {comparison !== null && <ProgramChanges version={version} {...comparison} />}
      <Section
        title="Tiers"
        hint={[qualificationWords(document.qualification), document.readings && readingsWords(document.readings)].filter(Boolean).join(" ")}
      >
        <TierRules tiers={document.tiers} names={names} />
      </Section>
      <Section
        title="Score"
        hint={`0 to 100, rounded to ${counted(document.scoreDecimals, "decimal")}; tiers and ranks are decided on the rounded score.`}
      >
        <ScoreTree program={document} names={names} />
      </Section>
      {document.entitlements !== undefined && (
        <Section title="Entitlements" hint="What each tier is granted. Every cell is stated; a dash grants nothing.">
          <EntitlementMatrix program={document} entitlements={document.entitlements} />
        </Section>
      )}
      {(document.funds ?? []).map((fund) => (
        <Section key={fund.benefit} title={fundTitle(document, fund)} hint={fundWords(document, fund)}>
          <FundBounds program={document} fund={fund} />
        </Section>
      ))}
      {document.coverage !== undefined && (
        <Section title="Coverage" hint="When a region counts as covered for a product line.">
          <ul className="list-disc space-y-1 pl-5 marker:text-muted">
            {coverageRuleWords(document.coverage, tierName(document.coverage.qualifiedTier), document.currency).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Movement">
        <ul className="list-disc space-y-1 pl-5 marker:text-muted">
          {movementRuleWords(document.movement, tierName).map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Section>
      <Section title="Robustness" hint={robustnessRuleWords(document.robustness ?? DEFAULT_ROBUSTNESS)}>
        <p className="text-sm text-muted">A borderline tier asks for a look; it decides nothing.</p>
      </Section>
      {document.effort !== undefined && (
        <Section title="Effort" hint="What it takes a partner to better a metric, for advice on the way to the next tier.">
          <EffortTable program={document} effort={document.effort} />
        </Section>
      )}
      <Section title="Metrics">
        <MetricTable metrics={document.metrics} />
      </Section>
      <Section title="Money and time">
        <DefinitionList
          items={[
            { term: "Currency", value: document.currency },
            { term: "Fiscal year", value: `starts in ${formatMonth(document.fiscalCalendar.startMonth)}` },
            ...(document.programYearStartMonth === undefined
              ? []
              : [{ term: "Program year", value: `starts in ${formatMonth(document.programYearStartMonth)}` }]),
            ...document.exchangeRates.map((rate) => ({ term: `1 ${rate.currency}`, value: `${formatNumber(rate.rate, 6)} ${document.currency}` })),
          ]}
        />
      </Section>
      <Section title="Versions" hint="A published version never changes; a new one takes effect from its date on.">
        <VersionTable versions={versions} shown={version} />
      </Section>
      <p className="mt-8 text-xs text-muted">
        Created {formatMoment(version.createdAt)} by {version.createdBy}. Document hash <code className="wrap-anywhere">{version.documentHash}</code>
      </p>
    </>
  );
}
