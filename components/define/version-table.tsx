import { formatDate, formatMoment } from "@/components/format/date";
import { programVersionPath } from "@/components/shell/routes";
import { Badge } from "@/components/ui/badge";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ProgramVersionSummary } from "@/lib/contracts/program";

type VersionTableProps = { readonly versions: readonly ProgramVersionSummary[]; readonly shown: ProgramVersionSummary };

export function VersionTable({ versions, shown }: VersionTableProps) {
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
              <TextLink strong href={programVersionPath(version.program.key, version.version)}>
                {version.program.name}, version {version.version}
              </TextLink>
              {version.program.key === shown.program.key && version.version === shown.version && <span className="text-muted"> (shown)</span>}
              <NarrowLine>{version.effectiveFrom === null ? "Not yet in effect" : `In effect from ${formatDate(version.effectiveFrom)}`}</NarrowLine>
              {version.note && <NarrowLine>{version.note}</NarrowLine>}
              <NarrowLine>{byWords(version)}</NarrowLine>
            </Cell>
            <Cell>
              <Badge tone={version.status === "published" ? "good" : "warn"}>{version.status === "published" ? "Published" : "Draft"}</Badge>
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

function byWords({ publishedBy, createdBy, publishedAt, createdAt }: ProgramVersionSummary): string {
  return `${publishedBy ?? createdBy}, ${formatMoment(publishedAt ?? createdAt)}`;
}
