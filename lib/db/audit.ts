import type { ClientBase } from "pg";
import type { Actor, Scope } from "@/lib/access/actor";
import type { Prisma } from "./generated/prisma/client";
import type { Tx } from "./scope";

/** `action` is object.verb ("run.publish"), `target` names the object as people know it ("run 12"). */
export type AuditEntry = { readonly action: string; readonly target: string; readonly detail?: Prisma.InputJsonObject };

/** The same as the repository's `append`, for the transactions of the bulk paths. */
export async function appendAudit(client: ClientBase, scope: Scope, actor: Pick<Actor, "kind" | "id" | "name">, entry: AuditEntry): Promise<void> {
  await client.query(
    "insert into audit_event (org_id, actor_kind, actor_id, actor_name, action, target, detail) values ($1, $2, $3, $4, $5, $6, $7)",
    [scope.orgId, actor.kind, actor.id, actor.name, entry.action, entry.target, entry.detail ?? {}],
  );
}

export function auditRepository(tx: Tx, scope: Scope) {
  return {
    /** Appends to the organization's audit trail, in the transaction of the change it tells of. Numbered and chained by the database. */
    async append(actor: Actor, entry: AuditEntry): Promise<void> {
      // createMany: a plain insert, since reading the row back is not allowed to everyone who writes one.
      await tx.auditEvent.createMany({
        data: [
          {
            orgId: scope.orgId,
            actorKind: actor.kind,
            actorId: actor.id,
            actorName: actor.name,
            action: entry.action,
            target: entry.target,
            detail: entry.detail ?? {},
          },
        ],
      });
    },
    /** The first event whose hash does not follow from its content and predecessor; null when the chain holds. */
    async findBreak(): Promise<number | null> {
      const rows = await tx.$queryRaw<{ seq: number }[]>`
        select e.seq from (select a.*, lag(a.hash, 1, '') over (order by a.seq) as before, row_number() over (order by a.seq) as place from audit_event a where a.org_id = ${scope.orgId}) e
        where e.prev_hash <> e.before or e.seq <> e.place
          or e.hash <> (select audit_hash(b) from audit_event b where b.org_id = ${scope.orgId} and b.seq = e.seq)
        order by e.seq limit 1`;
      return rows[0]?.seq ?? null;
    },
  };
}
