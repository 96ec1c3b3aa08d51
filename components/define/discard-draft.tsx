"use client";

import { useRouter } from "next/navigation";
import { apiRequest } from "@/components/api/api-request";
import { ActionDialog } from "@/components/ui/action-dialog";
import type { ProgramVersionSummary } from "@/lib/contracts/program";
import { versionApiPath } from "./version-api-path";

/** Gives a draft up that nobody means to propose. */
export function DiscardDraft({ version: { program, version, revision } }: { readonly version: ProgramVersionSummary }) {
  const router = useRouter();
  return (
    <ActionDialog
      label="Discard…"
      title={`Discard draft ${version}?`}
      confirm="Discard"
      working="Discarding…"
      failure="The draft was not discarded"
      act={async () => {
        await apiRequest("POST", `${versionApiPath(program.key, version)}/discard`, { revision });
        router.push("/define");
      }}
    >
      <p>It is listed no more and cannot be changed or proposed. Its number stays used, and the audit trail keeps who wrote it.</p>
    </ActionDialog>
  );
}
