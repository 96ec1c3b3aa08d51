"use client";

import { apiRequest } from "@/components/api/api-request";
import { ActionDialog } from "@/components/ui/action-dialog";
import { CONTROL, Field } from "@/components/ui/field";
import type { ProgramVersionSummary } from "@/lib/contracts/program";
import { versionApiPath } from "./version-api-path";

type WithdrawProposalProps = {
  readonly version: ProgramVersionSummary;
  /** Whether whoever proposed it takes it back; another person sends it back. */
  readonly isOwn: boolean;
};

/** Makes a proposal a draft again, with the reason. */
export function WithdrawProposal({ version: { program, version, revision, proposedBy }, isOwn }: WithdrawProposalProps) {
  const words = isOwn ? OWN : OTHERS;
  return (
    <ActionDialog
      label={`${words.act}…`}
      title={`${words.act} version ${version}?`}
      confirm={words.act}
      working={words.working}
      failure={words.failure}
      fields={["reason"]}
      act={(fields) =>
        apiRequest("POST", `${versionApiPath(program.key, version)}/withdraw`, { revision, reason: String(fields.get("reason") ?? "") })
      }
    >
      {(errors) => (
        <>
          <p>It is a draft again, to go on with and to propose anew. {!isOwn && `${proposedBy} reads your reason among its comments.`}</p>
          <Field
            label="Reason"
            hint="Kept as a comment and in the audit trail."
            error={errors.reason}
            control={(ids) => <textarea {...ids} name="reason" rows={3} maxLength={500} className={`${CONTROL} h-auto! py-1.5`} />}
          />
        </>
      )}
    </ActionDialog>
  );
}

const OWN = { act: "Withdraw", working: "Withdrawing…", failure: "The proposal was not withdrawn" };
const OTHERS = { act: "Send back", working: "Sending back…", failure: "The proposal was not sent back" };
