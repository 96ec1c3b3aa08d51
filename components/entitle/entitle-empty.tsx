import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { EntitleTabs } from "./entitle-tabs";

export function EntitleEmpty() {
  return (
    <>
      <PageHeader title="Entitle" lead="What each tier is granted, and what that promises." />
      <EntitleTabs current="entitlements" />
      <EmptyState title="No run has been published yet" action={<ButtonLink href="/score/runs">Go to the runs</ButtonLink>}>
        Partners are entitled to what their tier grants, and their tier comes with the first published run.
      </EmptyState>
    </>
  );
}
