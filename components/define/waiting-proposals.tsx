import { formatDate } from "@/components/format/date";
import { programVersionPath } from "@/components/shell/routes";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import type { ProgramVersionSummary } from "@/lib/contracts/program";
import { ofSameProgram } from "./version-badge";

type WaitingProposalsProps = { readonly versions: readonly ProgramVersionSummary[]; readonly shown: ProgramVersionSummary };

/** What waits for approval beside the version that is shown: whoever may approve comes here without knowing of it. */
export function WaitingProposals({ versions, shown }: WaitingProposalsProps) {
  const waiting = ofSameProgram(shown, versions).filter(({ status, version }) => status === "proposed" && version !== shown.version);
  return (
    <div className="space-y-2 not-empty:mb-8">
      {waiting.map(({ program, version, proposedBy, effectiveFrom }) => (
        <Notice
          key={version}
          title={`Version ${version} waits for approval`}
          action={<ButtonLink href={programVersionPath(program.key, version)}>Look at it</ButtonLink>}
        >
          {proposedBy} proposed it, to take effect from {formatDate(effectiveFrom ?? "")}.
        </Notice>
      ))}
    </div>
  );
}
