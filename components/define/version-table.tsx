import { formatDate, formatMoment } from "@/components/format/date";
import { programVersionPath, studioPath } from "@/components/shell/routes";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ProgramVersionSummary } from "@/lib/contracts/program";
import { effectWords } from "./effect-words";
import { VersionBadge } from "./version-badge";

type VersionTableProps = {
  readonly versions: readonly ProgramVersionSummary[];
  readonly shown: ProgramVersionSummary;
  /** Business date. */
  readonly today: string;
  readonly mayWrite: boolean;
};

export function VersionTable({ versions, shown, today, mayWrite }: VersionTableProps) {
  return (
    <Table caption="Versions of the program">
      <thead>
        <tr>
          <HeadCell>Version</HeadCell>
          <HeadCell>Status</HeadCell>
          <HeadCell wideOnly>In effect from</HeadCell>
          <HeadCell wideOnly>Note</HeadCell>
          <HeadCell wideOnly>By</HeadCell>
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => (
          <Row key={`${version.program.key} ${version.version}`}>
            <Cell header>
              <span className="wrap-anywhere">
                <TextLink strong href={programVersionPath(version.program.key, version.version)}>
                  {version.program.name}, version {version.version}
                </TextLink>
              </span>
              {version.program.key === shown.program.key && version.version === shown.version && <span className="text-muted"> (shown)</span>}
              <NarrowLine>{effectWords(version)}</NarrowLine>
              {version.note && <NarrowLine>{version.note}</NarrowLine>}
              <NarrowLine>{byWords(version)}</NarrowLine>
            </Cell>
            <Cell>
              <VersionBadge version={version} versions={versions} today={today} />
              {mayWrite && version.status === "draft" && (
                <span className="block">
                  <TextLink href={studioPath(version.program.key, version.version)} label={`Edit draft ${version.version}`}>
                    Edit draft
                  </TextLink>
                </span>
              )}
            </Cell>
            <Cell wideOnly nowrap>
              {version.effectiveFrom === null ? <span className="text-muted">not yet</span> : formatDate(version.effectiveFrom)}
            </Cell>
            <Cell wideOnly>{version.note}</Cell>
            <Cell muted wideOnly>
              {byWords(version)}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** Who did last what made the version what it is, and when. */
function byWords(version: ProgramVersionSummary): string {
  const { createdBy, createdAt, updatedBy, updatedAt, proposedBy, proposedAt, publishedBy, publishedAt } = version;
  if (publishedAt !== null) return `${publishedBy}, ${formatMoment(publishedAt)}`;
  if (proposedAt !== null) return `proposed by ${proposedBy}, ${formatMoment(proposedAt)}`;
  return `${updatedBy ?? createdBy}, ${formatMoment(updatedAt ?? createdAt)}`;
}
