import { formatDate, formatMoment } from "@/components/format/date";
import { Notice } from "@/components/ui/notice";
import type { ProgramVersion } from "@/lib/contracts/program";
import type { ProposalTerms } from "@/lib/contracts/proposal-terms";
import { ApproveProposal } from "./approve-proposal";
import { NextStep } from "./next-step";
import { pastDayWords } from "./past-day-words";
import { SimulationSummary } from "./simulation-summary";
import { WithdrawProposal } from "./withdraw-proposal";

type ProposalPanelProps = {
  readonly version: ProgramVersion;
  readonly terms: ProposalTerms;
  readonly mayWrite: boolean;
  readonly mayApprove: boolean;
};

/** A proposal as whoever approves it reads it: who wants what from when, and what it does to partners. */
export function ProposalPanel({ version, terms, mayWrite, mayApprove }: ProposalPanelProps) {
  const { proposedBy, proposedAt, effectiveFrom, note } = version;
  const { isOwn, simulation, isSimulationOvertaken } = terms;
  const past = pastDayWords(effectiveFrom ?? "", terms.decided);
  const isAsked = mayApprove && !isOwn;
  return (
    <NextStep
      title={isAsked ? "Next: approve it, or send it back" : "Next: another person approves it"}
      actions={
        <>
          {isAsked && <ApproveProposal version={version} />}
          {mayWrite && <WithdrawProposal version={version} isOwn={isOwn} />}
          {!isAsked && (
            <p className="text-sm text-muted">
              {isOwn
                ? "You proposed it, so another manager or administrator must approve it."
                : "A channel manager or an administrator other than its proposer approves it."}
            </p>
          )}
        </>
      }
    >
      <p>
        Proposed by {proposedBy}, {formatMoment(proposedAt ?? "")}, to take effect from <strong>{formatDate(effectiveFrom ?? "")}</strong>.
      </p>
      {note !== null && (
        <blockquote className="mt-3 max-w-prose border-l-2 border-line-strong pl-3 wrap-break-word whitespace-pre-line">{note}</blockquote>
      )}
      {past !== null && (
        <div className="mt-3">
          <Notice tone="warn">{past}</Notice>
        </div>
      )}
      <div className="mt-4">
        {simulation === null ? (
          <p className="text-muted">It was proposed before any run was published, so it was not tried on partners.</p>
        ) : (
          <SimulationSummary simulation={simulation} />
        )}
      </div>
      {isSimulationOvertaken && (
        <div className="mt-3">
          <Notice tone="warn">A run was published since it was tried. Sent back and proposed again, it is tried on the partners of that run.</Notice>
        </div>
      )}
    </NextStep>
  );
}
