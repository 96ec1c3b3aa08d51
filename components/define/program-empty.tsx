import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { AdoptDefaultProgram } from "./adopt-default-program";
import { ImportProgram } from "./import-program";

type ProgramEmptyProps = {
  readonly organization: { readonly currency: string; readonly fiscalStartMonth: number };
  /** A day from which the data that is there could be scored. */
  readonly effectiveFrom: string;
  readonly mayWrite: boolean;
};

export function ProgramEmpty({ organization, effectiveFrom, mayWrite }: ProgramEmptyProps) {
  return (
    <>
      <PageHeader title="Define" lead="The rules by which partners are scored and tiered." />
      <EmptyState
        title="There is no program yet"
        action={
          mayWrite && (
            <>
              <AdoptDefaultProgram organization={organization} effectiveFrom={effectiveFrom} />
              <ButtonLink href="/define/templates">Choose a template</ButtonLink>
              <ImportProgram program="main" />
            </>
          )
        }
      >
        Its metrics, score, tiers and movement will stand here in plain words.{" "}
        {mayWrite
          ? "Begin with the default program, with a template or with a document of your own, and make it yours later: every rule can be changed by a later version."
          : "A channel manager or an administrator begins with the default program, or brings one of your own."}
      </EmptyState>
    </>
  );
}
