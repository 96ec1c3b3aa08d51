import type { ClientBase } from "pg";
import type { Actor, Scope } from "@/lib/access/actor";
import type { AuditEvent, AuditFilter, AuditVerification } from "@/lib/contracts/audit";
import { Prisma } from "./generated/prisma/client";
import { toIsoInstant } from "./rows";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

/** `action` is object.verb ("run.publish"), `target` names the object as people know it ("run 12"). */
export type AuditEntry = { readonly action: string; readonly target: string; readonly detail?: Prisma.InputJsonObject };

type Row = Omit<AuditEvent, "at" | "actor"> & {
  readonly occurredAt: Date;
  readonly actorKind: AuditEvent["actor"]["kind"];
  readonly actorName: string;
};
type Fault = NonNullable<AuditVerification["broken"]>["fault"];
type Whole = Omit<AuditVerification, "broken"> & {
  readonly brokenSeq: number | null;
  readonly fault: Fault | null;
  readonly counted: number;
  readonly countedHash: string;
};

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
    /** Events by the filter, newest first, before the number `before`. */
    async list(filter: AuditFilter, { before, limit, timeZone }: { before: number | null; limit: number; timeZone: string }): Promise<AuditEvent[]> {
      staffOnly(scope);
      const { who, action, target, from, until } = filter;
      const conditions = [
        Prisma.sql`org_id = ${scope.orgId}`,
        // strpos, not LIKE: a % or _ that someone types is a character like any other.
        ...(who === undefined ? [] : [Prisma.sql`strpos(lower(actor_name), lower(${who})) > 0`]),
        ...(action === undefined ? [] : [Prisma.sql`action = ${action}`]),
        ...(target === undefined ? [] : [Prisma.sql`strpos(lower(target), lower(${target})) > 0`]),
        ...(from === undefined ? [] : [Prisma.sql`occurred_at >= ${from}::date::timestamp at time zone ${timeZone}`]),
        ...(until === undefined ? [] : [Prisma.sql`occurred_at < (${until}::date + 1)::timestamp at time zone ${timeZone}`]),
        ...(before === null ? [] : [Prisma.sql`seq < ${before}`]),
      ];
      const rows = await tx.$queryRaw<Row[]>`
        select seq, occurred_at as "occurredAt", actor_kind as "actorKind", actor_name as "actorName", action, target, detail, hash
        from audit_event where ${Prisma.join(conditions, " and ")} order by seq desc limit ${limit}`;
      return rows.map(toEvent);
    },
    /** Every action that the trail tells of, by name; found by skipping along an index. */
    async listActions(): Promise<string[]> {
      staffOnly(scope);
      const rows = await tx.$queryRaw<{ action: string }[]>`
        with recursive found as (
          select min(action) as action from audit_event where org_id = ${scope.orgId}
          union all
          select (select min(e.action) from audit_event e where e.org_id = ${scope.orgId} and e.action > found.action) from found where found.action is not null
        )
        select action from found where action is not null order by action`;
      return rows.map(({ action }) => action);
    },
    /** Computes the whole chain anew, and compares its end with the counter that numbers the events. */
    async verify(): Promise<AuditVerification> {
      staffOnly(scope);
      const [whole] = await tx.$queryRaw<Whole[]>`
        with trail as (
          select e.seq, e.hash, e.prev_hash as stated, audit_hash(e) as computed, lag(e.hash, 1, '') over w as before, row_number() over w as place
          from audit_event e where e.org_id = ${scope.orgId} window w as (order by e.seq)
        ),
        faults as (
          select case when seq <> place then place else seq end as seq,
            case when seq <> place then 'missing' when hash <> computed then 'changed' else 'unlinked' end as fault
          from trail where seq <> place or hash <> computed or stated <> before order by trail.seq limit 1
        ),
        head as (select seq, hash from trail order by seq desc limit 1)
        select (select count(*) from trail)::int as events, (select hash from head) as "headHash",
          (select seq::int from faults) as "brokenSeq", (select fault from faults) as fault,
          coalesce((select value from org_counter where org_id = ${scope.orgId} and name = 'audit'), 0) as counted,
          coalesce((select hash from org_counter where org_id = ${scope.orgId} and name = 'audit'), '') as "countedHash"`;
      if (whole === undefined) throw new Error("the trail was not read");
      const { events, headHash, brokenSeq, fault, counted, countedHash } = whole;
      if (brokenSeq !== null && fault !== null) return { events, headHash, broken: { seq: brokenSeq, fault } };
      if (counted !== events) return { events, headHash, broken: { seq: events + 1, fault: "missing" } };
      return { events, headHash, broken: countedHash === (headHash ?? "") ? null : { seq: events, fault: "changed" } };
    },
  };
}

function toEvent({ occurredAt, actorKind, actorName, ...event }: Row): AuditEvent {
  return { ...event, at: toIsoInstant(occurredAt), actor: { kind: actorKind, name: actorName } };
}
