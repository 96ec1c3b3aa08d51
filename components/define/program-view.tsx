import { formatDate, formatMoment } from "@/components/format/date";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { ProgramVersion, ProgramVersionSummary } from "@/lib/contracts/program";
import { ProgramActions } from "./program-actions";
import { ProgramChanges } from "./program-changes";
import { ProgramIssues } from "./program-issues";
import { ProgramRules } from "./program-rules";
import { VersionTable } from "./version-table";

type ProgramViewProps = {
  readonly version: ProgramVersion;
  readonly versions: readonly ProgramVersionSummary[];
  /** What the version is compared with, and what else it could be; null where there is nothing to compare with. */
  readonly comparison: { readonly against: ProgramVersion; readonly others: readonly number[] } | null;
  readonly mayWrite: boolean;
};

/** The rules, readable by a person. */
export function ProgramView({ version, versions, comparison, mayWrite }: ProgramViewProps) {
  const { document } = version;
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
        actions={<ProgramActions version={version} mayWrite={mayWrite} />}
      />
      <ProgramIssues issues={version.issues} />
      {comparison !== null && <ProgramChanges version={version} {...comparison} />}
      <ProgramRules program={document} />
      <Section title="Versions" hint="A published version never changes; a new one takes effect from its date on.">
        <VersionTable versions={versions} shown={version} />
      </Section>
      <p className="mt-8 text-xs text-muted">
        Created {formatMoment(version.createdAt)} by {version.createdBy}. Document hash <code className="wrap-anywhere">{version.documentHash}</code>
      </p>
    </>
  );
}
