import type { Route } from "next";
import { formatDate, formatMoment } from "@/components/format/date";
import { counted, formatCount } from "@/components/format/number";
import { programVersionPath, runPath, standingsPath } from "@/components/shell/routes";
import { ButtonLink } from "@/components/ui/button-link";
import { DefinitionList } from "@/components/ui/definition-list";
import { KeyFigures } from "@/components/ui/key-figures";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { RunComparison } from "@/lib/contracts/run";
import { dataGapWords } from "./data-gap";
import { DiscardRun } from "./discard-run";
import { MovementMatrix } from "./movement-matrix";
import { MovesTable } from "./moves-table";
import { PublishRunDialog } from "./publish-run-dialog";
import { ReperformRun } from "./reperform-run";
import { RunStatus } from "./run-status";
import { setByHand } from "./set-by-hand";
import { TierCounts } from "./tier-counts";
import { zeroWords } from "./zero-words";

type RunViewProps = { readonly comparison: RunComparison; readonly mayPublish: boolean /** Also the smaller moves. */; readonly allMoves: boolean };

const MOVES_AT_FIRST = 40;

/** One run against the run it follows: what publishing it would change, or did change. */
export function RunView({ comparison, mayPublish, allMoves }: RunViewProps) {
  const { run, base, restates } = comparison;
  const draft = run.status === "draft";
  const moves = allMoves ? comparison.moves : comparison.moves.slice(0, MOVES_AT_FIRST);
  const against = comparedWith(comparison);
  const gap = dataGapWords(run.asOf, comparison.dataThrough);
  const worthless = zeroWords(run);
  const isEarlier = draft && base !== null && run.asOf < base.asOf;
  return (
    <>
      <PageHeader
        back={{ href: "/score/runs", label: "Runs" }}
        title={
          <span className="inline-flex items-center gap-3">
            Run {run.number} <RunStatus run={run} />
          </span>
        }
        lead={`${run.program.name}, version ${run.program.version}, as of ${formatDate(run.asOf)}. ${against}`}
        actions={
          <>
            <ButtonLink href={standingsPath(run.number)}>Standings of this run</ButtonLink>
            {draft && mayPublish && (
              <>
                <DiscardRun run={run.number} />
                <PublishRunDialog
                  run={run.number}
                  disabled={run.overtaken || isEarlier}
                  effect={publishEffect(comparison)}
                  warning={listOf([gap, worthless])}
                />
              </>
            )}
          </>
        }
      />
      {run.overtaken && (
        <div className="mb-6">
          <Notice tone="warn" title="Another run was published meanwhile" action={<ButtonLink href="/score/runs">Evaluate again</ButtonLink>}>
            This draft compares with a run that is no longer the last published one, so it cannot be published. Evaluate again to see what would
            change now.
          </Notice>
        </div>
      )}
      {isEarlier && (
        <div className="mb-6">
          <Notice tone="warn" title={`Run ${base.number} is published as of a later day`}>
            This draft, as of {formatDate(run.asOf)}, can be looked at but not published: results follow each other in time. Its movements are told
            from the last review before its own day.
          </Notice>
        </div>
      )}
      {gap !== null && (
        <div className="mb-6">
          <Notice tone="warn" title={`The data does not reach ${formatDate(run.asOf)}`}>
            {gap}
          </Notice>
        </div>
      )}
      {worthless !== null && (
        <div className="mb-6">
          <Notice tone="warn" title="Nobody scores">
            {worthless}
          </Notice>
        </div>
      )}
      <KeyFigures
        figures={[
          { label: "Partners", value: formatCount(run.partners), href: standingsPath(run.number) },
          {
            label: "Promoted",
            value: formatCount(run.movements.promoted),
            note: sinceReview(comparison),
            href: standingsPath(run.number, { movement: "promoted" }),
          },
          {
            label: "Demoted",
            value: formatCount(run.movements.demoted),
            note: sinceReview(comparison),
            href: standingsPath(run.number, { movement: "demoted" }),
          },
          {
            label: "Held",
            value: formatCount(run.movements.held),
            note: "by grace, margin or review",
            href: standingsPath(run.number, { movement: "held" }),
          },
          {
            label: "Borderline",
            value: formatCount(run.borderline),
            note: "other weights, another tier",
            href: standingsPath(run.number, { borderline: "true" }),
          },
          { label: "Not scored", value: formatCount(run.unscored) },
        ]}
      />
      <div className="mt-10 grid gap-x-12 gap-y-10 lg:grid-cols-2 [&>section]:mt-0 [&>section]:min-w-0">
        <Section title="Tiers" hint={restates && "Compared with the review before."} aside={setByHand(run)}>
          <TierCounts tiers={run.tiers} partners={run.partners} />
        </Section>
        {base !== null && (
          <Section title="Movement" hint={restates && `From the tier in run ${base.number}, which this one restates.`}>
            <MovementMatrix comparison={comparison} />
          </Section>
        )}
      </div>
      <div className="mt-10">
        <Section
          title="Who moves and why"
          aside={
            comparison.movesTotal > comparison.moves.length
              ? `The ${comparison.moves.length} largest of ${formatCount(comparison.movesTotal)}`
              : undefined
          }
        >
          {comparison.moves.length === 0 ? (
            <p className="text-muted">{nobodyMoves(comparison)}</p>
          ) : (
            <MovesTable moves={moves} tiers={run.tiers} run={run.number} />
          )}
        </Section>
        {moves.length < comparison.moves.length && (
          <p className="mt-4">
            <ButtonLink href={`${runPath(run.number)}?moves=all` as Route}>Show {formatCount(comparison.moves.length)} moves</ButtonLink>
          </p>
        )}
        <Section title="Inputs" hint="The same inputs, program version and engine give the same result, byte for byte.">
          <DefinitionList
            items={[
              { term: "As of", value: formatDate(run.asOf) },
              { term: "As known at", value: `import sequence ${run.knownAt}` },
              {
                term: "Program",
                value: (
                  <TextLink href={programVersionPath(run.program.key, run.program.version)}>
                    {run.program.name}, version {run.program.version}
                  </TextLink>
                ),
              },
              {
                term: "Follows",
                value: base === null ? "nothing, it is the first" : <TextLink href={runPath(base.number)}>Run {base.number}</TextLink>,
              },
              { term: "Engine", value: `version ${run.engineVersion}` },
              { term: "Input hash", value: <code className="text-xs">{run.inputHash}</code> },
              { term: "Result hash", value: <code className="text-xs">{run.resultHash}</code> },
              { term: "Evaluated", value: `${formatMoment(run.createdAt)} by ${run.createdBy}` },
              ...(run.publishedAt === null
                ? []
                : [{ term: "Published", value: `${formatMoment(run.publishedAt)} by ${run.publishedBy ?? "the system"}` }]),
              ...(run.note === null ? [] : [{ term: "Note", value: run.note }]),
            ]}
          />
          <ReperformRun run={run.number} />
        </Section>
      </div>
    </>
  );
}

function nobodyMoves({ base, restates }: RunComparison): string {
  if (base === null) return "In a first run every partner enters; nobody moves.";
  return restates ? `Every partner has the tier of run ${base.number}.` : "Nobody moves, and no rule keeps anybody.";
}

/** A restatement is compared with the run it restates, and its movements are still those of its review. */
function sinceReview({ restates }: RunComparison): string {
  return restates ? "since the review before" : "";
}

function publishEffect({ run, base, restates, matrix }: RunComparison): string {
  if (restates && base !== null) {
    const changed = matrix.filter(({ from, to }) => from !== to).reduce((sum, { partners }) => sum + partners, 0);
    return `${counted(changed, "partner changes", "partners change")} tier against run ${base.number}, which this one restates as of ${formatDate(run.asOf)}.`;
  }
  if (base === null) return `${counted(run.partners, "partner")} get their first tier, as of ${formatDate(run.asOf)}.`;
  const { promoted, demoted, held } = run.movements;
  return `${counted(promoted, "partner is", "partners are")} promoted, ${formatCount(demoted)} demoted and ${formatCount(held)} held, as of ${formatDate(run.asOf)}.`;
}

function comparedWith({ base, restates }: RunComparison): string {
  if (base === null) return "The first run: nothing before to compare with.";
  if (restates) return `It restates run ${base.number}, as of the same day: one review, so no missed review counts twice.`;
  return `Compared with run ${base.number}, as of ${formatDate(base.asOf)}.`;
}

/** Everything that is amiss; null for nothing. */
function listOf(warnings: readonly (string | null)[]): string | null {
  return warnings.filter((warning) => warning !== null).join(" ") || null;
}
