import type { Scope } from "@/lib/access/actor";
import type { Prisma } from "./generated/prisma/client";
import type { Tx } from "./scope";

/** One caller's key on one route. */
export type IdempotencyKey = { readonly caller: string; readonly route: string; readonly key: string };
/** An answer that is final: `body` null when it may not be told twice. */
export type StoredAnswer = { readonly requestHash: string; readonly status: number; readonly body: Prisma.JsonValue };

export function idempotencyRepository(tx: Tx, scope: Scope) {
  return {
    /**
     * Takes the key for the one who asks first: true. Everybody else gets false, except that a key whose holder has said
     * nothing for 15 minutes, longer than any transaction may last, is taken from it. What was answered a day ago is forgotten.
     */
    async take({ caller, route, key }: IdempotencyKey): Promise<boolean> {
      await tx.$executeRaw`
        delete from idempotency_record where (org_id, caller, route, key) in (
          select org_id, caller, route, key from idempotency_record
          where org_id = ${scope.orgId} and created_at < now() - interval '24 hours' limit 100 for update skip locked)`;
      const taken = await tx.$executeRaw`
        insert into idempotency_record (org_id, caller, route, key, request_hash) values (${scope.orgId}, ${caller}, ${route}, ${key}, '')
        on conflict (org_id, caller, route, key) do update set created_at = now()
          where idempotency_record.status is null and idempotency_record.created_at < now() - interval '15 minutes'`;
      return taken === 1;
    },
    /** The final answer; null while the first request is still being answered, or when the key is free again. */
    async find({ caller, route, key }: IdempotencyKey): Promise<StoredAnswer | null> {
      const row = await tx.idempotencyRecord.findUnique({ where: { orgId_caller_route_key: { orgId: scope.orgId, caller, route, key } } });
      return row === null || row.status === null ? null : { requestHash: row.requestHash, status: row.status, body: row.body };
    },
    /** Keeps the final answer; `body` is JSON text, null when it may not be told twice. */
    async finish({ caller, route, key }: IdempotencyKey, answer: { requestHash: string; status: number; body: string | null }): Promise<void> {
      await tx.$executeRaw`
        update idempotency_record set request_hash = ${answer.requestHash}, status = ${answer.status}, body = ${answer.body}::jsonb
        where org_id = ${scope.orgId} and caller = ${caller} and route = ${route} and key = ${key} and status is null`;
    },
    /** Frees a key whose request came to nothing. */
    async release({ caller, route, key }: IdempotencyKey): Promise<void> {
      await tx.idempotencyRecord.deleteMany({ where: { orgId: scope.orgId, caller, route, key, status: null } });
    },
  };
}
