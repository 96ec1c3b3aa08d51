import { formatDate, formatMoment } from "@/components/format/date";
import { roleWords } from "@/components/shell/role-words";
import { Badge } from "@/components/ui/badge";
import { EmailText } from "@/components/ui/email-text";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import type { UserEntry } from "@/lib/contracts/user";
import { ChangeRole } from "./change-role";
import { RemoveUser } from "./remove-user";

type UsersTableProps = { readonly users: readonly UserEntry[] };

export function UsersTable({ users }: UsersTableProps) {
  return (
    <Table caption="People">
      <thead>
        <tr>
          <HeadCell>Name</HeadCell>
          <HeadCell wideOnly>Role</HeadCell>
          <HeadCell wideOnly="xl">Since</HeadCell>
          <HeadCell wideOnly>Last sign-in</HeadCell>
          <HeadCell>
            <span className="sr-only">Changes</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <Row key={user.email}>
            <Cell header>
              <span className="font-medium">{user.name}</span> {user.isSelf && <Badge>You</Badge>}
              <span className="block text-xs text-muted">
                <EmailText email={user.email} />
              </span>
              <NarrowLine>{position(user)}</NarrowLine>
              <NarrowLine>{lastSeen(user)}</NarrowLine>
            </Cell>
            <Cell wideOnly>
              {roleWords(user.role)}
              {user.partner !== null && <span className="block text-xs text-muted">{user.partner.name}</span>}
            </Cell>
            <Cell wideOnly="xl" nowrap muted>
              {formatDate(user.createdAt.slice(0, 10))}
            </Cell>
            <Cell wideOnly muted>
              {lastSeen(user)}
            </Cell>
            <Cell>
              {user.removedAt === null && !user.isSelf && (
                <div className="-my-1 flex justify-end gap-2 max-sm:my-0 max-sm:flex-col">
                  <ChangeRole user={user} />
                  <RemoveUser email={user.email} name={user.name} />
                </div>
              )}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function position({ role, partner }: UserEntry): string {
  return partner === null ? roleWords(role) : `${roleWords(role)}, ${partner.name}`;
}

function lastSeen({ removedAt, lastSignedInAt }: UserEntry): string {
  if (removedAt !== null) return `Removed ${formatDate(removedAt.slice(0, 10))}`;
  return lastSignedInAt === null ? "Never signed in" : formatMoment(lastSignedInAt);
}
