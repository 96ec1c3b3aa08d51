import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ScoreTabs } from "./score-tabs";

export function StandingsEmpty() {
  return (
    <>
      <PageHeader title="Score" lead="Every partner with its tier, its score and how it moved." />
      <ScoreTabs current="standings" />
      <EmptyState
        title="No run is published yet"
        action={
          <>
            <ButtonLink href="/score/runs" look="primary">
              Evaluate a run
            </ButtonLink>
            <ButtonLink href="/">See what is missing</ButtonLink>
          </>
        }
      >
        The standings show the last published run. Evaluate a draft, look at it, and publish it.
      </EmptyState>
    </>
  );
}
