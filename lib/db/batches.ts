import type { Scope } from "@/lib/access/actor";
import type { ImportBatch, ImportDetail, UnmatchedGroup } from "@/lib/contracts/import-batch";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import type { ImportBatch as BatchRow } from "./generated/prisma/client";
import { Prisma } from "./generated/prisma/client";
import { enqueueImportIn } from "./job-queue";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

const MASTER_DATA: readonly ImportBatch["kind"][] = ["regions", "products", "partners"];
const SHOWN_REJECTED = 100;
const SHOWN_UNMATCHED = 50;
/** Everything but the counts of waiting rows, which are read for a whole page at once. */
type Batch = BatchRow & { replayOf: { number: number } | null };
const WITH_ORIGIN = { replayOf: { select: { number: true } } } as const;

export function batchesRepository(tx: Tx, scope: Scope) {
  const waiting = async (batchIds: readonly number[]): Promise<Map<number, number>> => {
    const groups = await tx.importUnmatchedRow.groupBy({
      by: ["batchId"],
      where: { orgId: scope.orgId, batchId: { in: [...batchIds] }, replayedBatchId: null },
      _count: true,
    });
    return new Map(groups.map((group) => [group.batchId, group._count]));
  };
  const toBatches = async (rows: readonly Batch[]): Promise<ImportBatch[]> => {
    const counts = await waiting(rows.map((row) => row.id));
    return rows.map((row) => toBatch(row, counts.get(row.id) ?? 0));
  };

  return {
    /** Newest first, below `beforeNumber` when given. */
    async list({ beforeNumber, limit }: { readonly beforeNumber: number | null; readonly limit: number }): Promise<ImportBatch[]> {
      staffOnly(scope);
      const rows = await tx.importBatch.findMany({
        where: { orgId: scope.orgId, ...(beforeNumber === null ? {} : { number: { lt: beforeNumber } }) },
        orderBy: { number: "desc" },
        take: limit,
        include: WITH_ORIGIN,
      });
      return toBatches(rows);
    },

    async find(number: number): Promise<ImportBatch | null> {
      staffOnly(scope);
      const row = await tx.importBatch.findUnique({ where: { orgId_number: { orgId: scope.orgId, number } }, include: WITH_ORIGIN });
      return row === null ? null : ((await toBatches([row]))[0] ?? null);
    },

    /** The batch with its first rejected rows and the codes its parked rows wait for. */
    async findDetail(number: number): Promise<Omit<ImportDetail, "missingRates"> | null> {
      staffOnly(scope);
      const row = await tx.importBatch.findUnique({ where: { orgId_number: { orgId: scope.orgId, number } }, include: WITH_ORIGIN });
      if (row === null) return null;
      const rejected = await tx.importRejectedRow.findMany({
        where: { orgId: scope.orgId, batchId: row.id },
        orderBy: { line: "asc" },
        take: SHOWN_REJECTED,
      });
      const [batch] = await toBatches([row]);
      if (batch === undefined) return null;
      return {
        batch,
        rejected: rejected.map(({ line, raw, errors }) => ({ line, raw, errors: errors as ImportDetail["rejected"][number]["errors"] })),
        unmatched: await unmatchedGroups(tx, scope, row.id),
      };
    },

    /** Batches that wait for a person, failed with none of their kind loaded since, or hold parked rows; newest first. */
    async listNeedingAttention(limit: number): Promise<ImportBatch[]> {
      staffOnly(scope);
      const lastLoaded = await tx.importBatch.groupBy({
        by: ["kind"],
        where: { orgId: scope.orgId, origin: "file", seq: { not: null } },
        _max: { number: true },
      });
      const mended = lastLoaded.map(({ kind, _max }) => ({ kind, number: { lt: _max.number ?? 0 } }));
      const rows = await tx.importBatch.findMany({
        where: {
          orgId: scope.orgId,
          OR: [{ status: "ready" }, { status: "failed", NOT: mended }, { unmatched: { some: { replayedBatchId: null } } }],
        },
        orderBy: { number: "desc" },
        take: limit,
        include: WITH_ORIGIN,
      });
      return toBatches(rows);
    },

    /** Has the worker replay parked rows of this kind, for which something has just become known; part of the transaction. */
    async replayWaiting(kind: ImportBatch["kind"]): Promise<void> {
      const waiting = await tx.importBatch.findFirst({
        where: { orgId: scope.orgId, kind, seq: { not: null }, unmatched: { some: { replayedBatchId: null } } },
        select: { number: true },
      });
      // Any one of them: whoever takes up a batch with parked rows replays all that can be.
      if (waiting !== null) await enqueueImportIn(tx, { orgId: scope.orgId, batch: waiting.number });
    },

    /**
     * The sequence of the last batch that was published by the end of a day in the organization's time zone; null when none with facts was: what
     * regions, products and partners there are says nothing yet.
     */
    async lastSeqBy(day: IsoDate): Promise<number | null> {
      staffOnly(scope);
      const [row] = await tx.$queryRaw<{ seq: number | null }[]>`
        select case when bool_or(b.kind <> all(${MASTER_DATA}::text[])) then max(b.seq) end as seq from import_batch b join organization o on o.id = b.org_id
        where b.org_id = ${scope.orgId} and b.seq is not null and b.published_at < (${day}::date + 1)::timestamp at time zone o.time_zone`;
      return row?.seq ?? null;
    },

    /** The sequence of the last published batch; 0 before the first. */
    async lastSeq(): Promise<number> {
      const counter = await tx.orgCounter.findUnique({ where: { orgId_name: { orgId: scope.orgId, name: "seq" } } });
      return counter?.value ?? 0;
    },
  };
}

async function unmatchedGroups(tx: Tx, scope: Scope, batchId: number): Promise<UnmatchedGroup[]> {
  return tx.$queryRaw<UnmatchedGroup[]>(Prisma.sql`
    select missing, code, count(*)::int as rows, min(line) as "firstLine" from (
      select u.line, m.missing, case m.missing when 'partner' then u.partner_code when 'sku' then u.sku when 'metric' then u.row->>'metric' when 'line' then u.row->>'line_code' when 'category' then u.row->>'category_code'
          else coalesce(u.row->>'region_code', u.row->>'parent_code') end as code
      from import_unmatched_row u, unnest(u.missing) as m(missing)
      where u.org_id = ${scope.orgId} and u.batch_id = ${batchId} and u.replayed_batch_id is null) unknown
    group by 1, 2 order by 3 desc, 1, 2 limit ${SHOWN_UNMATCHED}`);
}

function toBatch(row: Batch, waiting: number): ImportBatch {
  return {
    number: row.number,
    kind: row.kind as ImportBatch["kind"],
    origin: row.origin as ImportBatch["origin"],
    replayOf: row.replayOf?.number ?? null,
    fileName: row.fileName,
    fileBytes: Number(row.fileBytes),
    fileSha256: row.fileSha256,
    format: row.format as ImportBatch["format"],
    status: row.status as ImportBatch["status"],
    seq: row.seq,
    header: (row.header as { columns: NonNullable<ImportBatch["header"]> } | null)?.columns ?? null,
    rows: {
      read: row.rowsRead,
      loaded: row.rowsLoaded,
      unchanged: row.rowsUnchanged,
      duplicate: row.rowsDuplicate,
      rejected: row.rowsRejected,
      unmatched: row.rowsUnmatched,
      ignored: row.rowsIgnored,
      corrected: row.rowsCorrected,
    },
    amounts: row.amounts as ImportBatch["amounts"],
    waiting,
    bytesDone: Number(row.bytesDone),
    outcome: row.outcome as ImportBatch["outcome"],
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    decidedBy: row.decidedBy,
    publishedAt: row.publishedAt?.toISOString() ?? null,
  };
}
