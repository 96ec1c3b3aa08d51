"use client";

import { apiRequest } from "@/components/api/api-request";
import { formatMoment } from "@/components/format/date";
import { roleWords } from "@/components/shell/role-words";
import { ActionDialog } from "@/components/ui/action-dialog";
import { Badge, type Tone } from "@/components/ui/badge";
import { EmailText } from "@/components/ui/email-text";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import type { Invitation } from "@/lib/contracts/user";

const STATES: Readonly<Record<Invitation["state"], { readonly tone: Tone; readonly words: string }>> = {
  open: { tone: "accent", words: "Open" },
  accepted: { tone: "good", words: "Accepted" },
  expired: { tone: "neutral", words: "Expired" },
  revoked: { tone: "neutral", words: "Revoked" },
};

type InvitationsTableProps = { readonly invitations: readonly Invitation[] };

export function InvitationsTable({ invitations }: InvitationsTableProps) {
  return (
    <Table caption="Invitations, newest first">
      <thead>
        <tr>
          <HeadCell>E-mail</HeadCell>
          <HeadCell wideOnly>Role</HeadCell>
          <HeadCell wideOnly="xl">Invited by</HeadCell>
          <HeadCell wideOnly>Works until</HeadCell>
          <HeadCell>State</HeadCell>
          <HeadCell>
            <span className="sr-only">Changes</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {invitations.map((invitation) => (
          <Row key={invitation.id}>
            <Cell header>
              <EmailText email={invitation.email} />
              <NarrowLine>
                {roleWords(invitation.role)}
                {invitation.partner !== null && `, ${invitation.partner.name}`}
              </NarrowLine>
              <NarrowLine>until {formatMoment(invitation.expiresAt)}</NarrowLine>
            </Cell>
            <Cell wideOnly>
              {roleWords(invitation.role)}
              {invitation.partner !== null && <span className="block text-xs text-muted">{invitation.partner.name}</span>}
            </Cell>
            <Cell wideOnly="xl" muted>
              {invitation.invitedBy}
            </Cell>
            <Cell wideOnly muted>
              {formatMoment(invitation.expiresAt)}
            </Cell>
            <Cell>
              <Badge tone={STATES[invitation.state].tone}>{STATES[invitation.state].words}</Badge>
            </Cell>
            <Cell>{invitation.state === "open" && <Revoke invitation={invitation} />}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Revoke({ invitation: { id, email } }: { readonly invitation: Invitation }) {
  return (
    <div className="-my-1 flex justify-end max-sm:my-0">
      <ActionDialog
        label="Revoke…"
        spokenLabel={`Revoke… the invitation of ${email}`}
        title={`Revoke the invitation of ${email}?`}
        confirm="Revoke"
        working="Revoking…"
        failure="The invitation was not revoked"
        act={() => apiRequest("DELETE", `/api/v1/invitations/${id}`)}
      >
        <p>Its link opens nothing any more. The address can be invited again, with a new link.</p>
      </ActionDialog>
    </div>
  );
}
