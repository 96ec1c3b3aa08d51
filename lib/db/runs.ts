import type { Scope } from "@/lib/access/actor";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import type { Prisma } from "./generated/prisma/client";
import { toDateColumn, toIsoDate, toIsoInstant } from "./rows";
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
  readonly program: { readonly key: string; readonly name: string; readonly version: number };
};

export type RunRow = RunHeader & {
  readonly versionStatus: "draft" | "published";
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
  readonly programId: number;
  readonly resultHash: string;
  readonly partners: number;
  readonly summary: Prisma.InputJsonObject;
  readonly createdBy: string;
};

const HEADER = {
  id: true,
  number: true,
  status: true,
  asOf: true,
  publishedAt: true,
  programId: true,
  programVersionId: true,
  program: { select: { key: true, name: true } },
  programVersion: { select: { version: true, status: true } },
} as const;

const FULL = {
  ...HEADER,
  knownAt: true,
  baseRun: { select: { id: true, number: true, asOf: true } },
  engineVersion: true,
  inputHash: true,
  resultHash: true,
  partners: true,
  summary: true,
  note: true,
  createdBy: true,
  createdAt: true,
  publishedBy: true,
} as const;

function toStatus(status: string): RunStatus {
  return status === "published" || status === "discarded" ? status : "draft";
}

function toHeader(record: Prisma.RunGetPayload<{ select: typeof HEADER }>): RunHeader {
  return {
    id: record.id,
    number: record.number,
    status: toStatus(record.status),
    asOf: toIsoDate(record.asOf),
    publishedAt: record.publishedAt === null ? null : toIsoInstant(record.publishedAt),
    programId: record.programId,
    programVersionId: record.programVersionId,
    program: { ...record.program, version: record.programVersion.version },
  };
}

function toRow(record: Prisma.RunGetPayload<{ select: typeof FULL }>): RunRow {
  const { knownAt, engineVersion, inputHash, resultHash, partners, summary, note, createdBy, publishedBy } = record;
  return {
    ...toHeader(record),
    versionStatus: record.programVersion.status === "published" ? "published" : "draft",
    base: record.baseRun === null ? null : { ...record.baseRun, asOf: toIsoDate(record.baseRun.asOf) },
    createdAt: toIsoInstant(record.createdAt),
    ...{ knownAt, engineVersion, inputHash, resultHash, partners, summary, note, createdBy, publishedBy },
  };
}

export function runsRepository(tx: Tx, scope: Scope) {
  const { orgId } = scope;
  const read = async (where: Prisma.RunWhereInput): Promise<RunRow | null> => {
    staffOnly(scope);
    const record = await tx.run.findFirst({ where: { orgId, ...where }, select: FULL, orderBy: { number: "desc" } });
    return record === null ? null : toRow(record);
  };

  return {
    find: (number: number) => read({ number }),
    /** The last published run of a program. */
    findCurrent: (programKey: string) => read({ currentOf: { some: { orgId, key: programKey } } }),
    findLatestDraft: (programKey: string) => read({ status: "draft", program: { key: programKey } }),

    /** A published run's header by its number, or the last published one's. Staff find drafts too when they name them. */
    async findHeader({ number, programKey }: { readonly number: number | undefined; readonly programKey: string }): Promise<RunHeader | null> {
      const which = number === undefined ? { currentOf: { some: { orgId, key: programKey } } } : { number };
      const published = scope.partnerId === null ? {} : { status: "published" };
      const record = await tx.run.findFirst({ where: { orgId, ...which, ...published }, select: HEADER });
      return record === null ? null : toHeader(record);
    },

    /** Newest first, those numbered below `before`. */
    async list({ before, limit }: { readonly before: number | null; readonly limit: number }): Promise<RunRow[]> {
      staffOnly(scope);
      const records = await tx.run.findMany({
        where: { orgId, ...(before === null ? {} : { number: { lt: before } }) },
        select: FULL,
        orderBy: { number: "desc" },
        take: limit,
      });
      return records.map(toRow);
    },

    /** Until the transaction ends nobody else adds a run: call before looking for an identical draft and adding one. */
    async lockNumbering(): Promise<void> {
      staffOnly(scope);
      await tx.orgCounter.createMany({ data: [{ orgId, name: "run" }], skipDuplicates: true });
      await tx.$executeRaw`select from org_counter where org_id = ${orgId} and name = 'run' for update`;
    },

    async findIdenticalDraft({ asOf, ...same }: DraftIdentity): Promise<RunRow | null> {
      return read({ ...same, asOf: toDateColumn(asOf), status: "draft" });
    },

    /** Adds a draft under the organization's next number. Call under `lockNumbering`. */
    async createDraft({ asOf, ...draft }: NewDraft): Promise<RunRow> {
      staffOnly(scope);
      const { value: number } = await tx.orgCounter.update({
        where: { orgId_name: { orgId, name: "run" } },
        data: { value: { increment: 1 } },
        select: { value: true },
      });
      return toRow(await tx.run.create({ data: { orgId, number, status: "draft", asOf: toDateColumn(asOf), ...draft }, select: FULL }));
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
