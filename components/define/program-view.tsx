import { formatMoment } from "@/components/format/date";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { ProgramComment, ProgramVersion, ProgramVersionSummary } from "@/lib/contracts/program";
import type { ProposalTerms } from "@/lib/contracts/proposal-terms";
import { Comments } from "./comments/comments";
import { DraftPanel } from "./draft-panel";
import { effectWords } from "./effect-words";
import { ProgramActions } from "./program-actions";
import { ProgramChanges } from "./program-changes";
import { ProgramIssues } from "./program-issues";
import { programPlaces } from "./program-places";
import { ProgramRules } from "./program-rules";
import { ProposalPanel } from "./proposal-panel";
import { VersionBadge } from "./version-badge";
import { VersionTable } from "./version-table";
import { WaitingProposals } from "./waiting-proposals";

type ProgramViewProps = {
  readonly version: ProgramVersion;
  readonly versions: readonly ProgramVersionSummary[];
  /** What the version is compared with, and what else it could be; null where there is nothing to compare with. */
  readonly comparison: { readonly against: ProgramVersion; readonly others: readonly number[] } | null;
  readonly terms: ProposalTerms;
  readonly comments: readonly ProgramComment[];
  /** Business date. */
  readonly today: string;
  /** What whoever looks at it may do. */
  readonly may: { readonly write: boolean; readonly approve: boolean; readonly comment: boolean };
};

/** The rules, readable by a person; before them what a version that is not in effect waits for. */
export function ProgramView({ version, versions, comparison, terms, comments, today, may }: ProgramViewProps) {
  const { document, program, status } = version;
  const isOnItsWay = status === "draft" || status === "proposed"; // what is said of it is read before its rules
  const talk = (
    <Section id="comments" title="Comments" hint="What is said of this version stays with it.">
      <Comments
        key={`${program.key} ${version.version} ${version.revision}`}
        program={program.key}
        version={version.version}
        known={comments}
        places={programPlaces(document)}
        mayComment={may.comment && status !== "discarded"}
      />
    </Section>
  );
  return (
    <>
      <PageHeader
        title={
          <span className="inline-flex flex-wrap items-center gap-3">
            {document.name} <VersionBadge version={version} versions={versions} today={today} />
          </span>
        }
        lead={[`Version ${version.version}. ${effectWords(version)}`, document.description].filter(Boolean).join(" ")}
        actions={<ProgramActions version={version} mayWrite={may.write} />}
      />
      {status === "draft" && <DraftPanel version={version} terms={terms} mayWrite={may.write} />}
      {status === "proposed" && <ProposalPanel version={version} terms={terms} mayWrite={may.write} mayApprove={may.approve} />}
      <WaitingProposals versions={versions} shown={version} />
      <ProgramIssues issues={version.issues} />
      {comparison !== null && <ProgramChanges version={version} {...comparison} />}
      {isOnItsWay && talk}
      <ProgramRules program={document} />
      {!isOnItsWay && talk}
      <Section title="Versions" hint="A published version never changes; a new one takes effect from its date on.">
        <VersionTable versions={versions} shown={version} today={today} mayWrite={may.write} />
      </Section>
      <p className="mt-8 text-xs text-muted">
        Created {formatMoment(version.createdAt)} by {version.createdBy}
        {version.proposedAt !== null && `, proposed ${formatMoment(version.proposedAt)} by ${version.proposedBy}`}
        {version.publishedAt !== null && `, published ${formatMoment(version.publishedAt)} by ${version.publishedBy}`}. Document hash{" "}
        <code className="wrap-anywhere">{version.documentHash}</code>
      </p>
    </>
  );
}
