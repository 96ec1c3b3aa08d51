import type { Route } from "next";
import { formatDate, formatMoment } from "@/components/format/date";
import { counted, formatCount } from "@/components/format/number";
import { runPath } from "@/components/shell/routes";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ProgramVersionSummary } from "@/lib/contracts/program";
import type { RunPage } from "@/lib/contracts/run";
import { EvaluateRunForm } from "./evaluate-run-form";
import { RunStatus } from "./run-status";
import { ScoreTabs } from "./score-tabs";

type RunsViewProps = {
  readonly page: RunPage;
  readonly versions: readonly ProgramVersionSummary[];
  /** Business date of the newest data, as a first suggestion. */
  readonly asOf: string;
  readonly dataThrough: string | null;
  readonly mayEvaluate: boolean;
};

export function RunsView({ page, versions, asOf, dataThrough, mayEvaluate }: RunsViewProps) {
  return (
    <>
      <PageHeader
        title="Score"
        lead="A run evaluates all partners into a draft. Publishing makes it the result that partners see; from then on it never changes."
      />
      <ScoreTabs current="runs" />
      {mayEvaluate && (
        <Section title="Evaluate" hint="Nothing changes for partners until the draft is published.">
          {versions.length === 0 ? (
            <EmptyState title="There is no program yet" action={<ButtonLink href="/define">Go to Define</ButtonLink>}>
              A run needs a program version to evaluate with.
            </EmptyState>
          ) : (
            <EvaluateRunForm
              asOf={asOf}
              dataThrough={dataThrough}
              versions={versions.map(({ program, version, status }) => ({
                program: program.key,
                name: program.name,
                version,
                isPublished: status === "published",
              }))}
            />
          )}
        </Section>
      )}
      <Section title="Runs">
        {page.items.length === 0 ? (
          <EmptyState title="No run yet">
            Runs will be listed here, each with its tiers, its movement and the inputs that it was made from.
          </EmptyState>
        ) : (
          <RunsTable page={page} />
        )}
        {page.nextCursor !== null && (
          <p className="mt-4">
            <ButtonLink href={`/score/runs?cursor=${encodeURIComponent(page.nextCursor)}` as Route}>Older runs</ButtonLink>
          </p>
        )}
      </Section>
    </>
  );
}

function RunsTable({ page }: Pick<RunsViewProps, "page">) {
  return (
    <Table caption="Runs" stickyHead>
      <thead>
        <tr>
          <HeadCell>Run</HeadCell>
          <HeadCell>Status</HeadCell>
          <HeadCell wideOnly>As of</HeadCell>
          <HeadCell wideOnly="xl">Program</HeadCell>
          <HeadCell numeric wideOnly>
            Partners
          </HeadCell>
          <HeadCell numeric wideOnly>
            Promoted
          </HeadCell>
          <HeadCell numeric wideOnly>
            Demoted
          </HeadCell>
          <HeadCell numeric wideOnly>
            Borderline
          </HeadCell>
          <HeadCell wideOnly="xl">By</HeadCell>
        </tr>
      </thead>
      <tbody>
        {page.items.map((run) => (
          <Row key={run.number}>
            <Cell header>
              <TextLink strong href={runPath(run.number)}>
                <span className="whitespace-nowrap">Run {run.number}</span>
              </TextLink>
              <NarrowLine>As of {formatDate(run.asOf)}</NarrowLine>
              <NarrowLine until="xl">
                {run.program.name}, version {run.program.version}
              </NarrowLine>
              <NarrowLine>
                {counted(run.partners, "partner")}, {formatCount(run.movements.promoted)} promoted, {formatCount(run.movements.demoted)} demoted,{" "}
                {formatCount(run.borderline)} borderline
              </NarrowLine>
              <NarrowLine until="xl">
                {run.publishedBy ?? run.createdBy}, {formatMoment(run.publishedAt ?? run.createdAt)}
              </NarrowLine>
            </Cell>
            <Cell>
              <RunStatus run={run} />
            </Cell>
            <Cell wideOnly nowrap>
              {formatDate(run.asOf)}
            </Cell>
            <Cell wideOnly="xl">
              {run.program.name}, version {run.program.version}
            </Cell>
            <Cell numeric wideOnly>
              {formatCount(run.partners)}
            </Cell>
            <Cell numeric wideOnly>
              {formatCount(run.movements.promoted)}
            </Cell>
            <Cell numeric wideOnly>
              {formatCount(run.movements.demoted)}
            </Cell>
            <Cell numeric wideOnly>
              {formatCount(run.borderline)}
            </Cell>
            <Cell muted wideOnly="xl">
              {run.publishedBy ?? run.createdBy}
              <span className="block text-xs whitespace-nowrap">{formatMoment(run.publishedAt ?? run.createdAt)}</span>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
