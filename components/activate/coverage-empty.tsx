import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

/** Without a published run there is nobody who could cover anything. */
export function CoverageEmpty() {
  return (
    <>
      <PageHeader title="Activate" lead="Where active qualified partners sell which product lines, and where nobody does." />
      <EmptyState title="No run has been published yet" action={<ButtonLink href="/score/runs">Go to the runs</ButtonLink>}>
        A cell is covered by partners of a certain tier, and tiers come with the first published run.
      </EmptyState>
    </>
  );
}
