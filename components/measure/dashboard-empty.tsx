import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { MeasureTabs } from "./measure-tabs";

export function DashboardEmpty() {
  return (
    <>
      <PageHeader title="Measure" lead="How the program does, quarter by quarter." />
      <MeasureTabs current="dashboard" />
      <EmptyState title="No run has been published yet" action={<ButtonLink href="/measure/imports">Go to the imports</ButtonLink>}>
        KPIs follow from the facts that a published run knew, and from the tiers that it gave.
      </EmptyState>
    </>
  );
}
