import { coverageRuleWords } from "@/components/activate/coverage-words";
import { EntitlementMatrix } from "@/components/entitle/entitlement-matrix";
import { formatDate, formatMoment, formatMonth } from "@/components/format/date";
import { counted } from "@/components/format/number";
import { TierBadge } from "@/components/score/tier-badge";
import { Badge } from "@/components/ui/badge";
import { DownloadLink } from "@/components/ui/button-link";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import type { ProgramVersion, ProgramVersionSummary } from "@/lib/contracts/program";
import type { ProgramIssue } from "@/lib/domain/define/program-issue";
import { DEFAULT_ROBUSTNESS } from "@/lib/domain/define/robustness-rule";
import { conditionWords } from "./condition-words";
import { EffortTable } from "./effort-table";
import { FundBounds, fundTitle, fundWords } from "./fund-bounds";
import { issueWords } from "./issue-words";
import { sourceWords, unitWords } from "./metric-words";
import { programNames } from "./program-names";
import { capacityWords, movementRuleWords, qualificationWords, readingsWords, robustnessRuleWords } from "./rule-words";
import { ScoreTree } from "./score-tree";
import { VersionTable } from "./version-table";

type ProgramViewProps = { readonly version: ProgramVersion; readonly versions: readonly ProgramVersionSummary[] };

/** The rules, readable by a person. */
export function ProgramView({ version, versions }: ProgramViewProps) {
  const { document } = version;
  const names = programNames(document);
  const metricName = (key: string) => document.metrics.find((metric) => metric.key === key)?.name ?? key;
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
      {version.issues.length > 0 && (
        <div className="mb-8 space-y-2">
          {version.issues.map((issue) => (
            <Notice
              key={`${issue.path} ${issue.code}`}
              tone={issue.severity === "error" ? "bad" : "warn"}
              title={`At ${issue.path === "" ? "the program" : issue.path}`}
            >
              {issueWords(issue as ProgramIssue)}
            </Notice>
          ))}
        </div>
      )}
      <Section
        title="Tiers"
        hint={[qualificationWords(document.qualification), document.readings && readingsWords(document.readings)].filter(Boolean).join(" ")}
      >
        <ol className="border-t border-line">
          {document.tiers
            .map((tier, place) => ({ ...tier, place }))
            .toReversed()
            .map((tier) => (
              <li key={tier.key} className="flex gap-4 border-b border-line py-2.5">
                <span className="w-24 shrink-0">
                  <TierBadge name={tier.name} place={tier.place} of={document.tiers.length} />
                </span>
                <span>
                  {tier.requires === null ? "Every partner." : `${capitalized(conditionWords(tier.requires, names))}.`}
                  {tier.capacity !== undefined && <span className="block text-sm text-muted">{capacityWords(tier.capacity)}</span>}
                </span>
              </li>
            ))}
        </ol>
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
        <Table caption="Metrics">
          <thead>
            <tr>
              <HeadCell>Metric</HeadCell>
              <HeadCell>What it measures</HeadCell>
              <HeadCell wideOnly>Unit</HeadCell>
            </tr>
          </thead>
          <tbody>
            {document.metrics.map((metric) => (
              <Row key={metric.key}>
                <Cell header>
                  <span className="font-medium">{metric.name}</span>
                  <code className="block text-xs text-muted">{metric.key}</code>
                  <NarrowLine>{unitWords(metric)}</NarrowLine>
                </Cell>
                <Cell>{metric.description ?? sourceWords(metric.source, metricName)}</Cell>
                <Cell muted wideOnly nowrap>
                  {unitWords(metric)}
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      </Section>
      <Section title="Money and time">
        <DefinitionList
          items={[
            { term: "Currency", value: document.currency },
            { term: "Fiscal year", value: `starts in ${formatMonth(document.fiscalCalendar.startMonth)}` },
            ...(document.programYearStartMonth === undefined
              ? []
              : [{ term: "Program year", value: `starts in ${formatMonth(document.programYearStartMonth)}` }]),
            ...document.exchangeRates.map((rate) => ({ term: `1 ${rate.currency}`, value: `${rate.rate} ${document.currency}` })),
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

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
