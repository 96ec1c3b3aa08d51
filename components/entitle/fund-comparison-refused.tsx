import { fundPath } from "@/components/shell/routes";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

type FundComparisonRefusedProps = { readonly fund: number; readonly run: number; readonly reason: string };

export function FundComparisonRefused({ fund, run, reason }: FundComparisonRefusedProps) {
  return (
    <>
      <PageHeader back={{ href: fundPath(fund), label: "The fund" }} title={`The fund by run ${run}`} />
      <EmptyState title="The budget cannot be shared by this run">{reason}</EmptyState>
    </>
  );
}
