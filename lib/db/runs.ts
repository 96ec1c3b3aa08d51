import type { Scope } from "@/lib/access/actor";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { Prisma } from "./generated/prisma/client";
import type { VersionStatus } from "./programs";
import { toDateColumn, toIsoInstant } from "./rows";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

export type RunStatus = "draft" | "published" | "discarded";

/** What identifies a run, and nothing about its partners: a partner user may see it. */
export type RunHeader = {
  readonly id: number;
  readonly number: number;
  readonly status: RunStatus;
  readonly asOf: IsoDate;
  readonly publishedAt: string | null;
  readonly programId: number;
  readonly programVersionId: number;
  /** By the name that the rules it was evaluated with bear. */
  readonly program: { readonly key: string; readonly name: string; readonly version: number };
};

export type RunRow = RunHeader & {
  readonly versionStatus: VersionStatus;
  /** A draft that follows a run which is no longer the last published one. */
  readonly overtaken: boolean;
  readonly knownAt: number;
  readonly base: { readonly id: number; readonly number: number; readonly asOf: IsoDate } | null;
  readonly engineVersion: string;
  readonly inputHash: string;
  readonly resultHash: string;
  readonly partners: number;
  /** The RunSummary of lib/contracts. */
  readonly summary: unknown;
  readonly note: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly publishedBy: string | null;
};

/** What makes two drafts the same. */
export type DraftIdentity = {
  readonly programVersionId: number;
  readonly asOf: IsoDate;
  readonly knownAt: number;
  readonly baseRunId: number | null;
  readonly engineVersion: string;
  readonly inputHash: string;
};

export type NewDraft = DraftIdentity & {
  /** Of a version that is not published; null of one that is, which never changes. */
  readonly document: Prisma.InputJsonObject | null;
  readonly programId: number;
  readonly resultHash: string;
  readonly partners: number;
  readonly summary: Prisma.InputJsonObject;
  readonly createdBy: string;
};

// One join: Prisma would read each relation with a query of its own.
const HEADER = Prisma.sql`r.id, r.number, r.status, r.as_of::text as "asOf", r.published_at as "publishedAt", r.program_id as "programId",
  r.program_version_id as "programVersionId", jsonb_build_object('key', p.key, 'name', coalesce(r.document ->> 'name', v.name), 'version', v.version) as program`;
const FULL = Prisma.sql`${HEADER}, v.status as "versionStatus",
  r.status = 'draft' and r.base_run_id is distinct from p.current_run_id as overtaken, r.known_at as "knownAt", r.engine_version as "engineVersion", r.input_hash as "inputHash",
  r.result_hash as "resultHash", r.partners, r.summary, r.note, r.created_by as "createdBy", r.created_at as "createdAt", r.published_by as "publishedBy",
  case when b.id is not null then jsonb_build_object('id', b.id, 'number', b.number, 'asOf', b.as_of::text) end as base`;
const FROM = Prisma.sql`from run r join program p on p.org_id = r.org_id and p.id = r.program_id
  join program_version v on v.org_id = r.org_id and v.id = r.program_version_id left join run b on b.org_id = r.org_id and b.id = r.base_run_id`;

type HeaderRecord = Omit<RunHeader, "publishedAt"> & { readonly publishedAt: Date | null };
type FullRecord = Omit<RunRow, "publishedAt" | "createdAt"> & { readonly publishedAt: Date | null; readonly createdAt: Date };

function toHeader(record: HeaderRecord): RunHeader {
  return { ...record, publishedAt: record.publishedAt === null ? null : toIsoInstant(record.publishedAt) };
}

function toRow(record: FullRecord): RunRow {
  return { ...record, publishedAt: record.publishedAt === null ? null : toIsoInstant(record.publishedAt), createdAt: toIsoInstant(record.createdAt) };
}

export function runsRepository(tx: Tx, scope: Scope) {
  const { orgId } = scope;
  const list = async (where: Prisma.Sql, limit: number): Promise<RunRow[]> => {
    staffOnly(scope);
    const records = await tx.$queryRaw<
      FullRecord[]
    >`select ${FULL} ${FROM} where r.org_id = ${orgId} and ${where} order by r.number desc limit ${limit}`;
    return records.map(toRow);
  };
  const find = async (where: Prisma.Sql): Promise<RunRow | null> => (await list(where, 1))[0] ?? null;

  return {
    find: (number: number) => find(Prisma.sql`r.number = ${number}`),
    /** The last published run of a program. */
    findCurrent: (programKey: string) => find(Prisma.sql`p.key = ${programKey} and r.id = p.current_run_id`),
    /** Id of the last published run as of an earlier day: the review before. */
    async findPublishedBefore(programId: number, asOf: IsoDate): Promise<number | null> {
      staffOnly(scope);
      const rows = await tx.$queryRaw<{ id: number }[]>`
        select id from run where org_id = ${orgId} and program_id = ${programId} and status = 'published' and as_of < ${asOf}::date
        order by as_of desc, number desc limit 1`;
      return rows[0]?.id ?? null;
    },

    /** The last published run as of this very day. */
    findPublishedAsOf: (programId: number, asOf: IsoDate) =>
      find(Prisma.sql`r.program_id = ${programId} and r.status = 'published' and r.as_of = ${asOf}::date`),

    /** The rules that a run was evaluated with; a partner user reads those of published runs. */
    async readDocument(runId: number): Promise<unknown> {
      const published = scope.partnerId === null ? Prisma.empty : Prisma.sql`and r.status = 'published'`;
      const rows = await tx.$queryRaw<{ document: unknown }[]>`
        select coalesce(r.document, v.document) as document ${FROM} where r.org_id = ${orgId} and r.id = ${runId} ${published}`;
      if (rows[0] === undefined) throw new Error(`there is no run of id ${runId} in this scope`);
      return rows[0].document;
    },

    findLatestDraft: (programKey: string) => find(Prisma.sql`p.key = ${programKey} and r.status = 'draft'`),

    /** A published run's header by its number, or the last published one's. Staff find drafts too when they name them. */
    async findHeader({ number, programKey }: { readonly number: number | undefined; readonly programKey: string }): Promise<RunHeader | null> {
      const which = number === undefined ? Prisma.sql`p.key = ${programKey} and r.id = p.current_run_id` : Prisma.sql`r.number = ${number}`;
      const published = scope.partnerId === null ? Prisma.empty : Prisma.sql`and r.status = 'published'`;
      const records = await tx.$queryRaw<HeaderRecord[]>`select ${HEADER} ${FROM} where r.org_id = ${orgId} and ${which} ${published}`;
      return records[0] === undefined ? null : toHeader(records[0]);
    },

    /** Newest first, those numbered below `before`. */
    list: ({ before, limit }: { readonly before: number | null; readonly limit: number }) =>
      list(before === null ? Prisma.sql`true` : Prisma.sql`r.number < ${before}`, limit),

    /** The last published runs of a program, newest first. */
    listPublished: (programKey: string, limit: number) => list(Prisma.sql`p.key = ${programKey} and r.status = 'published'`, limit),

    /** Of all published runs of a program, newest first. */
    async listPublishedDays(programId: number): Promise<{ readonly number: number; readonly asOf: IsoDate }[]> {
      staffOnly(scope);
      return tx.$queryRaw<{ number: number; asOf: IsoDate }[]>`
        select number, as_of::text as "asOf" from run where org_id = ${orgId} and program_id = ${programId} and status = 'published' order by number desc`;
    },

    /** Until the transaction ends nobody else adds a run: call before looking for an identical draft and adding one. */
    async lockNumbering(): Promise<void> {
      staffOnly(scope);
      await tx.orgCounter.createMany({ data: [{ orgId, name: "run" }], skipDuplicates: true });
      await tx.$executeRaw`select from org_counter where org_id = ${orgId} and name = 'run' for update`;
    },

    findIdenticalDraft: (same: DraftIdentity) =>
      find(Prisma.sql`r.status = 'draft' and r.program_version_id = ${same.programVersionId} and r.as_of = ${same.asOf}::date and r.known_at = ${same.knownAt}
        and r.base_run_id is not distinct from ${same.baseRunId}::int and r.engine_version = ${same.engineVersion} and r.input_hash = ${same.inputHash}`),

    /** Adds a draft under the organization's next number. Call under `lockNumbering`. */
    async createDraft({ asOf, document, ...draft }: NewDraft): Promise<RunRow> {
      staffOnly(scope);
      const { value: number } = await tx.orgCounter.update({
        where: { orgId_name: { orgId, name: "run" } },
        data: { value: { increment: 1 } },
        select: { value: true },
      });
      await tx.run.create({
        data: { orgId, number, status: "draft", asOf: toDateColumn(asOf), ...draft, ...(document !== null && { document }) },
        select: { id: true },
      });
      const created = await find(Prisma.sql`r.number = ${number}`);
      if (created === null) throw new Error(`run ${number} was not stored`);
      return created;
    },

    /** False when the run is no longer a draft. */
    async publish(runId: number, published: { readonly by: string; readonly at: Date; readonly note: string | null }): Promise<boolean> {
      staffOnly(scope);
      const { count } = await tx.run.updateMany({
        where: { orgId, id: runId, status: "draft" },
        data: { status: "published", publishedBy: published.by, publishedAt: published.at, note: published.note },
      });
      return count === 1;
    },

    /** False when the run is no longer a draft. */
    async discard(runId: number): Promise<boolean> {
      staffOnly(scope);
      const { count } = await tx.run.updateMany({ where: { orgId, id: runId, status: "draft" }, data: { status: "discarded" } });
      return count === 1;
    },
  };
}
