import { formatMoment } from "@/components/format/date";
import { counted } from "@/components/format/number";
import { studioPath } from "@/components/shell/routes";
import { ButtonLink } from "@/components/ui/button-link";
import type { ProgramVersion } from "@/lib/contracts/program";
import type { ProposalTerms } from "@/lib/contracts/proposal-terms";
import { DiscardDraft } from "./discard-draft";
import { NextStep } from "./next-step";

type DraftPanelProps = { readonly version: ProgramVersion; readonly terms: ProposalTerms; readonly mayWrite: boolean };

/** What comes next for a draft. */
export function DraftPanel({ version, terms, mayWrite }: DraftPanelProps) {
  const contradictions = version.issues.filter(({ severity }) => severity === "error").length;
  return (
    <NextStep
      title={contradictions === 0 ? "Next: edit and propose it" : `Next: mend ${counted(contradictions, "contradiction")}`}
      actions={
        mayWrite && (
          <>
            <ButtonLink look="primary" href={studioPath(version.program.key, version.version)}>
              Edit draft
            </ButtonLink>
            <DiscardDraft version={version} />
          </>
        )
      }
    >
      <p className="max-w-prose">
        {contradictions > 0 && "They stand below, each with its place. "}
        {terms.needsSecondPerson
          ? "The studio shows what the draft does to today’s partners. Proposed there, it waits for another person’s approval; until then nothing changes."
          : "No run is published yet, so nobody has a tier that it could move: one person publishes it in the studio, and may go on changing the rules."}
      </p>
      <p className="mt-1 text-sm text-muted">
        {version.updatedAt === null
          ? `Begun by ${version.createdBy}, ${formatMoment(version.createdAt)}.`
          : `Last changed by ${version.updatedBy}, ${formatMoment(version.updatedAt)}.`}
      </p>
    </NextStep>
  );
}
