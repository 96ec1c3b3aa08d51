import type { Scope } from "@/lib/access/actor";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import type { Prisma } from "./generated/prisma/client";
import { toDateColumn, toIsoDate, toIsoInstant } from "./rows";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

/** A program; `currentRunId` is its last published run. */
export type ProgramRow = { readonly id: number; readonly key: string; readonly currentRunId: number | null };

export type VersionStatus = "draft" | "proposed" | "published" | "discarded";

export type ProgramVersionRow = {
  readonly id: number;
  readonly program: ProgramRow;
  readonly version: number;
  /** What this version calls the program. */
  readonly name: string;
  readonly status: VersionStatus;
  /** Rises with every change. */
  readonly revision: number;
  /** The version that it began as a copy of; null when it began as itself. */
  readonly basedOn: number | null;
  /** First business date it is, or is proposed to be, in effect; null while a draft. */
  readonly effectiveFrom: IsoDate | null;
  readonly documentHash: string;
  readonly note: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
  /** Of the last change of its document; null when there was none. */
  readonly updatedBy: string | null;
  readonly updatedById: string | null;
  readonly updatedAt: string | null;
  readonly proposedBy: string | null;
  readonly proposedById: string | null;
  readonly proposedAt: string | null;
  readonly publishedBy: string | null;
  readonly publishedAt: string | null;
};

const SUMMARY = {
  id: true,
  version: true,
  name: true,
  status: true,
  revision: true,
  basedOn: true,
  effectiveFrom: true,
  documentHash: true,
  note: true,
  createdBy: true,
  createdAt: true,
  updatedBy: true,
  updatedById: true,
  updatedAt: true,
  proposedBy: true,
  proposedById: true,
  proposedAt: true,
  publishedBy: true,
  publishedAt: true,
  program: { select: { id: true, key: true, currentRunId: true } },
} as const;

type SummaryRecord = Prisma.ProgramVersionGetPayload<{ select: typeof SUMMARY }>;

function toRow(record: SummaryRecord): ProgramVersionRow {
  return {
    ...record,
    status: record.status as VersionStatus, // which the database checks
    effectiveFrom: record.effectiveFrom === null ? null : toIsoDate(record.effectiveFrom),
    createdAt: toIsoInstant(record.createdAt),
    updatedAt: instantOrNull(record.updatedAt),
    proposedAt: instantOrNull(record.proposedAt),
    publishedAt: instantOrNull(record.publishedAt),
  };
}

function instantOrNull(at: Date | null): string | null {
  return at === null ? null : toIsoInstant(at);
}

export function programsRepository(tx: Tx, scope: Scope) {
  const { orgId } = scope;

  return {
    async find(key: string): Promise<ProgramRow | null> {
      staffOnly(scope);
      return tx.program.findUnique({ where: { orgId_key: { orgId, key } }, select: SUMMARY.program.select });
    },

    /** The program of this key, made when there is none, and locked until the transaction ends: its versions are numbered one by one. */
    async lockOrCreate(key: string): Promise<ProgramRow> {
      staffOnly(scope);
      await tx.program.createMany({ data: [{ orgId, key }], skipDuplicates: true });
      await tx.$executeRaw`select from program where org_id = ${orgId} and key = ${key} for update`;
      return tx.program.findUniqueOrThrow({ where: { orgId_key: { orgId, key } }, select: SUMMARY.program.select });
    },

    /** All versions of all programs but those discarded, newest first within each program. */
    async listVersions(): Promise<ProgramVersionRow[]> {
      staffOnly(scope);
      const records = await tx.programVersion.findMany({
        where: { orgId, status: { not: "discarded" } },
        select: SUMMARY,
        orderBy: [{ program: { key: "asc" } }, { version: "desc" }],
      });
      return records.map(toRow);
    },

    /** The published version in effect on a day, of every program that has one. */
    async listVersionsInEffect(on: IsoDate): Promise<ProgramVersionRow[]> {
      staffOnly(scope);
      const records = await tx.programVersion.findMany({
        where: { orgId, status: "published", effectiveFrom: { lte: toDateColumn(on) } },
        select: SUMMARY,
        orderBy: [{ program: { key: "asc" } }, { effectiveFrom: "desc" }, { version: "desc" }],
        distinct: ["programId"],
      });
      return records.map(toRow);
    },

    async findVersion(key: string, version: number): Promise<ProgramVersionRow | null> {
      staffOnly(scope);
      const record = await tx.programVersion.findFirst({ where: { orgId, version, program: { key } }, select: SUMMARY });
      return record === null ? null : toRow(record);
    },

    /** The published version in effect on a day: the one that came into effect last, of several on one day the highest. */
    async findVersionInEffect(key: string, on: IsoDate): Promise<ProgramVersionRow | null> {
      staffOnly(scope);
      const record = await tx.programVersion.findFirst({
        where: { orgId, status: "published", effectiveFrom: { lte: toDateColumn(on) }, program: { key } },
        select: SUMMARY,
        orderBy: [{ effectiveFrom: "desc" }, { version: "desc" }],
      });
      return record === null ? null : toRow(record);
    },

    /** The stored program document of a version; a partner user reads those of published versions. */
    async readDocument(versionId: number): Promise<unknown> {
      const published = scope.partnerId === null ? {} : { status: "published" };
      const { document } = await tx.programVersion.findFirstOrThrow({ where: { orgId, id: versionId, ...published }, select: { document: true } });
      return document;
    },

    /** Adds the next version as a draft, after all that a program of this key ever had. Call under `lockOrCreate`. */
    async createVersion(
      programId: number,
      draft: {
        readonly document: Prisma.InputJsonObject;
        readonly documentHash: string;
        readonly note: string | null;
        readonly createdBy: string;
        readonly basedOn?: number;
      },
    ): Promise<ProgramVersionRow> {
      staffOnly(scope);
      const [next] = await tx.$queryRaw<{ version: number }[]>`
        select 1 + greatest((select max(version) from program_version where org_id = ${orgId} and program_id = ${programId}), c.value, 0) as version
        from program p left join org_counter c on c.org_id = p.org_id and c.name = 'version:' || p.key where p.org_id = ${orgId} and p.id = ${programId}`;
      if (next === undefined) throw new Error(`program ${programId} does not exist`);
      const { version } = next;
      return toRow(await tx.programVersion.create({ data: { orgId, programId, version, status: "draft", ...draft }, select: SUMMARY }));
    },

    /** False when the version is no longer a draft, or somebody changed it since. */
    async publishVersion(
      versionId: number,
      revision: number,
      published: { readonly effectiveFrom: IsoDate; readonly by: string; readonly at: Date; readonly note?: string | undefined },
    ): Promise<boolean> {
      staffOnly(scope);
      const { count } = await tx.programVersion.updateMany({
        where: { orgId, id: versionId, status: "draft", revision },
        data: {
          status: "published",
          effectiveFrom: toDateColumn(published.effectiveFrom),
          publishedBy: published.by,
          publishedAt: published.at,
          revision: { increment: 1 },
          ...(published.note === undefined ? {} : { note: published.note }),
        },
      });
      return count === 1;
    },

    /** Makes `to` the last published run if that is still `from`; false when another was published meanwhile. Waits for a publish under way. */
    async moveCurrentRun(programId: number, from: number | null, to: number): Promise<boolean> {
      staffOnly(scope);
      const { count } = await tx.program.updateMany({ where: { orgId, id: programId, currentRunId: from }, data: { currentRunId: to } });
      return count === 1;
    },
  };
}
