"use client";

import { useRouter } from "next/navigation";
import { apiRequest } from "@/components/api/api-request";
import { useSubmission } from "@/components/api/use-submission";
import { studioPath } from "@/components/shell/routes";
import { Button, type ButtonLook } from "@/components/ui/button";
import type { ProgramVersion } from "@/lib/contracts/program";

type StartDraftProps = { readonly program: string; readonly from: number; readonly look?: ButtonLook };

/** Begins a draft as a copy of a version, and opens it. */
export function StartDraft({ program, from, look = "secondary" }: StartDraftProps) {
  const router = useRouter();
  const { pending, problem, submit } = useSubmission();

  async function start() {
    const { version } = await apiRequest<ProgramVersion>("POST", `/api/v1/programs/${encodeURIComponent(program)}/drafts`, { from });
    router.push(studioPath(program, version));
  }

  return (
    <>
      <Button look={look} disabled={pending} onClick={() => submit(start)}>
        {pending ? "Beginning…" : "New draft from this version"}
      </Button>
      {problem !== null && (
        <p role="alert" className="basis-full text-sm text-bad">
          No draft was begun. {problem}
        </p>
      )}
    </>
  );
}
