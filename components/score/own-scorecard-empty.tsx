import { EmptyState } from "@/components/ui/empty-state";

export function OwnScorecardEmpty() {
  return (
    <>
      <h1 className="mb-6 text-2xl">Your tier</h1>
      <EmptyState title="There is no result yet">
        Your tier, your score and what counts towards them will stand here once the first results are published.
      </EmptyState>
    </>
  );
}
