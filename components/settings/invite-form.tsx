"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { apiRequest } from "@/components/api/api-request";
import { useSubmission } from "@/components/api/use-submission";
import { Button } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy-text";
import { CONTROL, Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { CreatedInvitation } from "@/lib/contracts/user";
import { PositionFields, positionOf } from "./position-fields";

const MAIL_WORDS: Readonly<Record<CreatedInvitation["mail"], string>> = {
  sent: "It was mailed as well.",
  failed: "The mail did not leave; the reason is in the server's log. Send the link yourself.",
  off: "This server sends no mail: send the link yourself.",
};

export function InviteForm() {
  const router = useRouter();
  const { pending, errors, problem, submit } = useSubmission(["email", "role", "partner"]);
  const [invited, setInvited] = useState<CreatedInvitation | null>(null);
  const [round, setRound] = useState(0);

  async function invite(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setInvited(null);
    const done = await submit(async () => {
      const body = { email: given.get("email"), ...positionOf(given) };
      setInvited(await apiRequest<CreatedInvitation>("POST", "/api/v1/invitations", body));
    });
    if (!done) return;
    setRound(round + 1); // an empty form for the next
    router.refresh();
  }

  return (
    <>
      <form
        key={round}
        onSubmit={invite}
        aria-busy={pending}
        className="grid max-w-3xl gap-4 sm:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_auto] sm:items-start"
      >
        <Field
          label="E-mail"
          error={errors.email}
          control={(ids) => <input {...ids} name="email" type="email" required autoComplete="off" spellCheck={false} className={CONTROL} />}
        />
        <div className="space-y-4">
          <PositionFields initial={{ role: "channel_manager", partner: null }} errors={errors} />
        </div>
        <Button type="submit" look="primary" className="sm:mt-6" disabled={pending}>
          {pending ? "Inviting…" : "Invite"}
        </Button>
      </form>
      <div className="mt-4 max-w-3xl space-y-3 empty:hidden">
        {problem !== null && (
          <Notice tone="bad" title="Nobody was invited">
            {problem}
          </Notice>
        )}
        {invited !== null && (
          <>
            <Notice tone="good" title={`${invited.email} is invited`}>
              The link works once, for seven days, and is shown only now. {MAIL_WORDS[invited.mail]}
            </Notice>
            <CopyText label="Invitation link" text={invited.link} />
          </>
        )}
      </div>
    </>
  );
}
