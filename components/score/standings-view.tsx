import { formatDate } from "@/components/format/date";
import { counted, formatFixed } from "@/components/format/number";
import { runPath } from "@/components/shell/routes";
import { Badge } from "@/components/ui/badge";
import { ButtonLink, DownloadLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { TextLink } from "@/components/ui/text-link";
import type { Standings, StandingsQuery } from "@/lib/contracts/standings";
import { ScoreTabs } from "./score-tabs";
import { clearedAddress, exportAddress, filterCount, standingsAddress } from "./standings-address";
import { StandingsFilters } from "./standings-filters";
import { StandingsTable } from "./standings-table";

type StandingsViewProps = { readonly standings: Standings; readonly query: StandingsQuery };

export function StandingsView({ standings, query }: StandingsViewProps) {
  const { run, total, averageScore } = standings;
  const narrowed = filterCount(query) > 0;
  return (
    <>
      <PageHeader
        title="Score"
        lead={
          <>
            {run.program.name}, version {run.program.version}, as of {formatDate(run.asOf)}.{" "}
            {run.status === "draft" && <Badge tone="warn">Draft, run {run.number}</Badge>}
          </>
        }
        actions={
          <>
            <ButtonLink href={runPath(run.number)}>About run {run.number}</ButtonLink>
            <DownloadLink href={exportAddress(run.number, query)}>Export CSV</DownloadLink>
          </>
        }
      />
      <ScoreTabs current="standings" />
      <StandingsFilters query={query} choices={standings.choices} />
      <p role="status" className="mt-4 mb-2 text-sm text-muted tabular-nums">
        {counted(total, "partner")}
        {narrowed && ` of ${run.partners}`}
        {averageScore !== null && `, average score ${formatFixed(averageScore, 1)}`}
        {narrowed && (
          <>
            {" · "}
            <TextLink href={clearedAddress(query)}>Clear filters</TextLink>
          </>
        )}
      </p>
      {standings.rows.length === 0 ? (
        <EmptyState title="No partner matches" action={<ButtonLink href={clearedAddress(query)}>Clear filters</ButtonLink>}>
          {narrowed ? "Nothing in this run fits all the filters at once." : "This page of the list is empty."}
        </EmptyState>
      ) : (
        <StandingsTable standings={standings} query={query} />
      )}
      <Pager label="Pages of the standings" page={standings.page} pages={standings.pages} href={(page) => standingsAddress(query, { page })} />
    </>
  );
}
