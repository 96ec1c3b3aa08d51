import { formatDate, formatMoment } from "@/components/format/date";
import { programVersionPath } from "@/components/shell/routes";
import { Badge } from "@/components/ui/badge";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
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
          <HeadCell>In effect from</HeadCell>
          <HeadCell>Note</HeadCell>
          <HeadCell>By</HeadCell>
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
            </Cell>
            <Cell>
              <Badge tone={version.status === "published" ? "good" : "warn"}>{version.status === "published" ? "Published" : "Draft"}</Badge>
            </Cell>
            <Cell>{version.effectiveFrom === null ? <span className="text-muted">not yet</span> : formatDate(version.effectiveFrom)}</Cell>
            <Cell>{version.note}</Cell>
            <Cell muted>
              {version.publishedBy ?? version.createdBy}, {formatMoment(version.publishedAt ?? version.createdAt)}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
