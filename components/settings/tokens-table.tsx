"use client";

import { apiRequest } from "@/components/api/api-request";
import { formatDate, formatMoment } from "@/components/format/date";
import { counted, listed } from "@/components/format/number";
import { ActionDialog } from "@/components/ui/action-dialog";
import { Badge } from "@/components/ui/badge";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import type { ApiToken } from "@/lib/contracts/token";

type TokensTableProps = { readonly tokens: readonly ApiToken[]; readonly at: string };

export function TokensTable({ tokens, at }: TokensTableProps) {
  return (
    <Table caption="Tokens, newest first">
      <thead>
        <tr>
          <HeadCell>Token</HeadCell>
          <HeadCell wideOnly>Acts as</HeadCell>
          <HeadCell wideOnly>Last used</HeadCell>
          <HeadCell>State</HeadCell>
          <HeadCell>
            <span className="sr-only">Changes</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <Row key={token.id}>
            <Cell header>
              <span className="font-medium">{token.name}</span> <span className="font-mono text-xs text-muted">{token.prefix}…</span>
              <Scopes scopes={token.scopes} />
              <NarrowLine>Acts as {token.owner}</NarrowLine>
              <NarrowLine>{lastUsed(token)}</NarrowLine>
            </Cell>
            <Cell wideOnly>
              <span className="wrap-anywhere">{token.owner}</span>
            </Cell>
            <Cell wideOnly muted>
              {lastUsed(token)}
            </Cell>
            <Cell>
              <State token={token} at={at} />
            </Cell>
            <Cell>{token.revokedAt === null && <Revoke token={token} />}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Scopes({ scopes }: Pick<ApiToken, "scopes">) {
  if (scopes.length <= 3) return <span className="block text-xs text-muted">{listed(scopes)}</span>;
  return (
    <details className="text-xs text-muted">
      <summary className="min-h-6 py-1">{counted(scopes.length, "scope")}</summary>
      {listed(scopes)}
    </details>
  );
}

function State({ token: { revokedAt, expiresAt }, at }: { readonly token: ApiToken; readonly at: string }) {
  if (revokedAt !== null) return <Badge>Revoked</Badge>;
  if (expiresAt === null) return <Badge tone="good">Works</Badge>;
  if (expiresAt <= at) return <Badge>Expired</Badge>;
  return (
    <>
      <Badge tone="good">Works</Badge>
      <span className="block text-xs text-muted">until {formatDate(expiresAt.slice(0, 10))}</span>
    </>
  );
}

function lastUsed({ lastUsedAt }: ApiToken): string {
  return lastUsedAt === null ? "Not yet used" : formatMoment(lastUsedAt);
}

function Revoke({ token: { id, name } }: { readonly token: ApiToken }) {
  return (
    <div className="-my-1 flex justify-end max-sm:my-0">
      <ActionDialog
        label="Revoke…"
        spokenLabel={`Revoke… the token ${name}`}
        title={`Revoke “${name}”?`}
        confirm="Revoke"
        working="Revoking…"
        failure="The token was not revoked"
        act={() => apiRequest("DELETE", `/api/v1/tokens/${id}`)}
      >
        <p>Whatever uses it is refused from its next request on. A revoked token cannot be brought back; make a new one.</p>
      </ActionDialog>
    </div>
  );
}
