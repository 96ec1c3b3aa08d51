import "server-only";
import type { Actor, Scope } from "@/lib/access/actor";
import { failAbandonedUpload } from "./import/abandoned-upload";
import { checkBatch, type RowReader } from "./import/check-batch";
import { decideBatch } from "./import/decide-batch";
import { discardWaiting } from "./import/discard-waiting";
import { type BatchOutcome, failBatch } from "./import/fail-batch";
import { loadBatch } from "./import/load-batch";
import { readRejectedRows } from "./import/read-rejected-rows";
import { readWaitingRows } from "./import/read-waiting-rows";
import { type ReceivedFile, receiveFile } from "./import/receive-file";
import { replayWaiting } from "./import/replay-waiting";
import { inScope, type ScopedDb } from "./scoped";

/** Streaming and long work within a scope; each method owns its transactions. */
export function bulkDb(scope: Scope) {
  return {
    receiveFile: (actor: Actor, file: ReceivedFile) => receiveFile(scope, actor, file),
    checkBatch: (number: number, read: RowReader) => checkBatch(scope, number, read),
    loadBatch: (actor: Actor, number: number) => loadBatch(scope, actor, number),
    decideBatch: (actor: Actor, number: number, decision: "load" | "discard") => decideBatch(scope, actor, number, decision),
    failBatch: (number: number, outcome: BatchOutcome) => failBatch(scope, number, outcome),
    failAbandonedUpload: (number: number) => failAbandonedUpload(scope, number),
    replayWaiting: (actor: Actor) => replayWaiting(scope, actor),
    discardWaiting: (actor: Actor, number: number) => discardWaiting(scope, actor, number),
    readRejectedRows: (number: number) => readRejectedRows(scope, number),
    readWaitingRows: (number: number, read: RowReader) => readWaitingRows(scope, number, read),
    /** A short read between the long steps. */
    read: <T>(work: (db: ScopedDb) => Promise<T>) => inScope(scope, "read", work),
  };
}
export type BulkDb = ReturnType<typeof bulkDb>;
