import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

export function ProgramEmpty() {
  return (
    <>
      <PageHeader title="Define" lead="The rules by which partners are scored and tiered." />
      <EmptyState title="There is no program yet">
        Its metrics, score, tiers and movement will stand here in plain words. Send a program document to{" "}
        <code className="text-xs wrap-anywhere">POST /api/v1/programs</code>, or have an administrator do it.
      </EmptyState>
    </>
  );
}
