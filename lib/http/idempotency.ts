import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Actor, Scope } from "@/lib/access/actor";
import type { IdempotencyKey } from "@/lib/db/idempotency";
import { inScope } from "@/lib/db/scoped";
import { AppError, ERROR_STATUS, type ErrorCode } from "@/lib/errors";
import { errorFields, log } from "@/lib/log";
import type { RequestBody } from "./read-input";

export type JsonAnswer = { readonly status: number; readonly json: unknown };

type Once = {
  readonly actor: Actor;
  readonly scope: Scope;
  readonly request: Request;
  readonly body: RequestBody;
  /** The answer holds a secret: it is not kept, so it cannot be given again. */
  readonly isSecret: boolean;
  readonly work: () => Promise<JsonAnswer>;
};

/**
 * Does `work` once for all requests of this caller with the same `Idempotency-Key`: the first is answered, later ones get
 * its answer, or its refusal. Without the header `work` is simply done.
 * @throws AppError conflict while the first is still being answered; unprocessable when the key came with another request
 */
export async function once({ actor, scope, request, body, isSecret, work }: Once): Promise<JsonAnswer> {
  const key = keyOf(request, actor);
  if (key === null) return work();
  if (!(await inScope(scope, "write", (db) => db.idempotency.take(key)))) return replay(scope, key, requestHash(request, await body.digest()));

  const outcome = await work().then(
    (answer) => ({ answer, kept: { status: answer.status, body: isSecret ? null : JSON.stringify(answer.json) } }),
    (error: unknown) => ({ error, kept: finalRefusal(error) }),
  );
  try {
    // An answer given before all of the body was read says nothing about that body.
    const kept = outcome.kept !== null && body.isRead() ? { ...outcome.kept, requestHash: requestHash(request, await body.digest()) } : null;
    await inScope(scope, "write", (db) => (kept === null ? db.idempotency.release(key) : db.idempotency.finish(key, kept)));
  } catch (error) {
    // What was done is done: the caller gets its answer, and a repetition is told to wait until the key runs out.
    log("error", "idempotency.not_kept", errorFields(error));
  }
  if ("error" in outcome) throw outcome.error;
  return outcome.answer;
}

const Refusal = z.object({
  code: z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]),
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
});

async function replay(scope: Scope, key: IdempotencyKey, hash: string): Promise<JsonAnswer> {
  const stored = await inScope(scope, "read", (db) => db.idempotency.find(key));
  if (stored === null) throw new AppError("conflict", "A request with this Idempotency-Key is still being answered. Ask again in a moment.");
  if (stored.requestHash !== hash)
    throw new AppError("unprocessable", "This Idempotency-Key came with a different request before. Use a new key for a new request.");
  if (stored.body === null)
    throw new AppError(
      "conflict",
      "This was done, and its answer held a secret that is shown only once. Revoke what was made, then ask with a new key.",
    );
  if (stored.status < 400) return { status: stored.status, json: stored.body };
  const { code, message, details } = Refusal.parse(stored.body);
  throw new AppError(code, message, details);
}

/** A refusal that the same request would meet again; null for what passes: our own failures, and losing to somebody else. */
function finalRefusal(error: unknown): { status: number; body: string } | null {
  if (!(error instanceof AppError)) return null;
  const status = ERROR_STATUS[error.code];
  const passes = status >= 500 || error.code === "conflict" || error.code === "too_many_requests";
  return passes ? null : { status, body: JSON.stringify({ code: error.code, message: error.message, details: error.details }) };
}

function keyOf(request: Request, actor: Actor): IdempotencyKey | null {
  const key = request.headers.get("idempotency-key");
  if (key === null || request.method !== "POST") return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new AppError("invalid_input", "Idempotency-Key: use 1 to 200 letters, digits and signs without spaces, such as a UUID.");
  return { caller: actor.id, route: `${request.method} ${new URL(request.url).pathname}`, key };
}

function requestHash(request: Request, bodyDigest: string): string {
  return createHash("sha256")
    .update(`${new URL(request.url).search}\n${bodyDigest}`)
    .digest("hex");
}
