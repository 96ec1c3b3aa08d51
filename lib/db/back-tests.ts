import type { Actor, Scope } from "@/lib/access/actor";
import type { PartnerState } from "@/lib/domain/run-input";
import { canonicalJson } from "@/lib/domain/shared/canonical-json";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { Prisma } from "./generated/prisma/client";
import { enqueueBackTestIn } from "./job-queue";
import { toInstantOrNull, toIsoDate, toIsoInstant } from "./rows";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

export type NewBackTest = {
  readonly versionId: number;
  readonly document: Prisma.InputJsonObject;
  readonly documentHash: string;
  readonly runId: number;
  readonly engineVersion: string;
  readonly quarters: number;
  readonly knownAt: number;
};

export type BackTestStatus = "running" | "done" | "failed" | "cancelled";

/** `results`, of the quarters that are done, and `summary` as lib/contracts has them. */
export type BackTestRow = Omit<NewBackTest, "versionId" | "runId" | "document"> & {
  readonly id: number;
  readonly document: unknown;
  readonly run: { readonly number: number; readonly asOf: IsoDate };
  readonly status: BackTestStatus;
  readonly failure: string | null;
  readonly summary: unknown;
  readonly askedBy: string;
  readonly askedById: string;
  readonly askedAt: string;
  readonly endedAt: string | null;
  readonly results: readonly unknown[];
};

/** What a worker needs of a back-test; `done`: how many of its quarters are. */
export type BackTestWork = Pick<BackTestRow, "id" | "document" | "quarters" | "knownAt" | "status"> & {
  readonly programId: number;
  readonly asOf: IsoDate;
  readonly done: number;
};

export type CancelledBackTest = Pick<BackTestRow, "documentHash" | "quarters" | "askedBy">;

/** A partner as a quarter leaves it. */
export type TestedPartner = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly state: PartnerState;
  /** By that day. */
  readonly isEnrolled: boolean;
  /** Of its revenue in the quarter after, as a share; null where it cannot be said. */
  readonly change: number | null;
};

const ROW = {
  ...{ id: true, document: true, documentHash: true, engineVersion: true, quarters: true, knownAt: true, status: true, failure: true },
  ...{ summary: true, askedBy: true, askedById: true, askedAt: true, endedAt: true },
  run: { select: { number: true, asOf: true } },
  results: { select: { result: true }, orderBy: { place: "asc" } },
} as const;

export function backTestsRepository(tx: Tx, scope: Scope) {
  const { orgId } = scope;
  return {
    /** Asks the worker for it; false when one of the version is under way, or the version is discarded. */
    async add({ versionId, document, ...asked }: NewBackTest, actor: Actor): Promise<boolean> {
      staffOnly(scope);
      const added = await tx.$queryRaw<{ id: number }[]>`
        insert into back_test (org_id, version_id, document, document_hash, run_id, engine_version, quarters, known_at, asked_by, asked_by_id)
        select v.org_id, v.id, ${JSON.stringify(document)}::jsonb, ${asked.documentHash}, ${asked.runId}, ${asked.engineVersion}, ${asked.quarters}, ${asked.knownAt},
          ${actor.name}, ${actor.person}
        from program_version v where v.org_id = ${orgId} and v.id = ${versionId} and v.status <> 'discarded' for share
        on conflict (org_id, version_id) where status = 'running' do nothing returning id`;
      const id = added[0]?.id;
      if (id !== undefined) await enqueueBackTestIn(tx, { orgId, backTest: id });
      return id !== undefined;
    },

    /** The last one of a version; null without any. */
    async findLast(versionId: number): Promise<BackTestRow | null> {
      staffOnly(scope);
      const found = await tx.backTest.findFirst({ where: { orgId, versionId }, select: ROW, orderBy: { id: "desc" } });
      if (found === null) return null;
      return {
        ...found,
        status: found.status as BackTestStatus, // which the database checks
        run: { number: found.run.number, asOf: toIsoDate(found.run.asOf) },
        askedAt: toIsoInstant(found.askedAt),
        endedAt: toInstantOrNull(found.endedAt),
        results: found.results.map(({ result }) => result),
      };
    },

    async findWork(id: number): Promise<BackTestWork | null> {
      staffOnly(scope);
      const rows = await tx.$queryRaw<BackTestWork[]>`
        select b.id, b.document, b.quarters::int, b.known_at as "knownAt", b.status, r.program_id as "programId", r.as_of::text as "asOf",
          (select count(*)::int from back_test_quarter q where q.org_id = b.org_id and q.back_test_id = b.id) as done
        from back_test b join run r on r.org_id = b.org_id and r.id = b.run_id where b.org_id = ${orgId} and b.id = ${id}`;
      return rows[0] ?? null;
    },

    /** The partners as a quarter left them, by code; of a back-test that has ended none. */
    async listPartners(id: number, place: number): Promise<TestedPartner[]> {
      staffOnly(scope);
      const quarter = await tx.backTestQuarter.findFirst({ where: { orgId, backTestId: id, place }, select: { partners: true } });
      return (quarter?.partners ?? []) as unknown as TestedPartner[]; // as addQuarter stored them
    },

    /** The results of the quarters that are done, oldest first. */
    async listResults(id: number): Promise<unknown[]> {
      staffOnly(scope);
      const quarters = await tx.backTestQuarter.findMany({ where: { orgId, backTestId: id }, select: { result: true }, orderBy: { place: "asc" } });
      return quarters.map(({ result }) => result);
    },

    /** Adds a quarter that is done, with the partners as it leaves them; false when the back-test has ended meanwhile. */
    async addQuarter(id: number, place: number, result: object, partners: readonly TestedPartner[]): Promise<boolean> {
      staffOnly(scope);
      const added = await tx.$executeRaw`
        insert into back_test_quarter (org_id, back_test_id, place, result, partners)
        select org_id, id, ${place}, ${canonicalJson(result)}::jsonb, ${canonicalJson(partners)}::jsonb from back_test
        where org_id = ${orgId} and id = ${id} and status = 'running' for update`;
      return added === 1;
    },

    /** Ends it with what came of it; nothing happens when it has ended already. */
    async finish(id: number, summary: object): Promise<void> {
      staffOnly(scope);
      await end(Prisma.sql`id = ${id}`, Prisma.sql`status = 'done', summary = ${canonicalJson(summary)}::jsonb`);
    },

    /** Ends it with the reason; nothing happens when it has ended already. */
    async fail(id: number, failure: string): Promise<void> {
      staffOnly(scope);
      await end(Prisma.sql`id = ${id}`, Prisma.sql`status = 'failed', failure = ${failure}`);
    },

    /** Ends the one of a version that is under way, and says which it was; null when there is none. */
    async cancel(versionId: number): Promise<CancelledBackTest | null> {
      staffOnly(scope);
      const [cancelled] = await end(Prisma.sql`version_id = ${versionId}`, Prisma.sql`status = 'cancelled'`);
      return cancelled === undefined ? null : { documentHash: cancelled.documentHash, quarters: cancelled.quarters, askedBy: cancelled.askedBy };
    },
  };

  /** What one quarter leaves to the next is needed no more. */
  async function end(which: Prisma.Sql, outcome: Prisma.Sql): Promise<(CancelledBackTest & { readonly id: number })[]> {
    const ended = await tx.$queryRaw<(CancelledBackTest & { readonly id: number })[]>`
      update back_test set ${outcome}, ended_at = clock_timestamp() where org_id = ${orgId} and status = 'running' and ${which}
      returning id, document_hash as "documentHash", quarters::int, asked_by as "askedBy"`;
    for (const { id } of ended) await tx.$executeRaw`update back_test_quarter set partners = null where org_id = ${orgId} and back_test_id = ${id}`;
    return ended;
  }
}
