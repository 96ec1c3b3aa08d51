import { EmptyState } from "@/components/ui/empty-state";

export function OwnScorecardEmpty() {
  return (
    <>
      <h1 className="mb-6 text-2xl">Your tier</h1>
      <EmptyState title="There is no result yet">
        Results are published at set dates. Once the first are out, your tier, your score and everything that counts towards them stand here. Until
        then there is nothing that you need to do.
      </EmptyState>
    </>
  );
}
