"use client";

import { ApiProblem, apiRequest } from "@/components/api/api-request";
import { formatDate } from "@/components/format/date";
import { ActionDialog } from "@/components/ui/action-dialog";
import type { ProgramVersionSummary } from "@/lib/contracts/program";
import { versionApiPath } from "./version-api-path";

/** The second person's word on a proposal. */
export function ApproveProposal({ version: { program, version, revision, effectiveFrom, proposedBy } }: { readonly version: ProgramVersionSummary }) {
  return (
    <ActionDialog
      label="Approve & publish…"
      look="primary"
      title={`Approve and publish version ${version}?`}
      confirm="Approve & publish"
      working="Publishing…"
      failure={(problem) => (problem instanceof ApiProblem && problem.code === "conflict" ? "It changed meanwhile" : "The version was not published")}
      act={() => apiRequest("POST", `${versionApiPath(program.key, version)}/approve`, { revision })}
    >
      <p>
        Runs as of {formatDate(effectiveFrom ?? "")} or later are evaluated by it. Tiers change with the next run that is published, and what is
        published stays.
      </p>
      <p className="text-muted">You answer for it together with {proposedBy}. From then on it never changes; a correction is a new version.</p>
    </ActionDialog>
  );
}
