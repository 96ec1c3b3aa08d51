import { problemWords } from "@/components/api/problem-words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ProgramIssue } from "@/lib/domain/define/program-issue";
import { IssueLine } from "../issue-line";
import { issueWords } from "../issue-words";
import { SimulationSummary } from "../simulation-summary";
import type { Prepared, ProposalStep } from "./prepare-proposal";

type ProposalPreparationProps = {
  readonly step: ProposalStep;
  /** Null while it is under way. */
  readonly prepared: Prepared | null;
  readonly onAgain: () => void;
};

/** How far a draft is from being proposed: what is done for it now, what stands in the way, or what its simulation found. */
export function ProposalPreparation({ step, prepared, onAgain }: ProposalPreparationProps) {
  const again = <Button onClick={onAgain}>Try again</Button>;
  switch (prepared?.kind) {
    case undefined:
      return (
        <p role="status" className="text-muted">
          {step === "saving" ? "Saving your changes…" : "Trying this very draft on the partners of the last published run…"}
        </p>
      );
    case "unsaved":
      return (
        <Notice tone="bad" title="The draft is not saved" action={again}>
          {"problem" in prepared.saving ? problemWords(prepared.saving.problem) : "You changed it meanwhile."}
        </Notice>
      );
    case "contradicts":
      return <Contradictions issues={prepared.issues} />;
    case "changed":
      return (
        <Notice tone="warn" title="The draft or the partners changed" action={<Button onClick={onAgain}>Simulate again</Button>}>
          What was simulated is not what would be proposed now.
        </Notice>
      );
    case "failed":
      return (
        <Notice tone="bad" title="The draft could not be simulated" action={again}>
          {problemWords(prepared.problem)}
        </Notice>
      );
    case "ready":
      if (prepared.simulation === null) return null;
      return (
        <div className="border-y border-line py-4 [&_thead_th]:bg-raised">
          <p role="status" className="sr-only">
            This very draft is simulated.
          </p>
          <SimulationSummary simulation={prepared.simulation} />
        </div>
      );
  }
}

function Contradictions({ issues }: { readonly issues: readonly ProgramIssue[] }) {
  return (
    <Notice tone="bad" title="Mend these contradictions first">
      <ul className="mt-1 space-y-1">
        {issues.map((issue) => (
          <IssueLine key={`${issue.path} ${issue.code}`} path={issue.path} words={issueWords(issue)} />
        ))}
      </ul>
    </Notice>
  );
}
