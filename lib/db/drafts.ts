import type { Actor, Scope } from "@/lib/access/actor";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import type { Prisma } from "./generated/prisma/client";
import { toDateColumn, toIsoInstant } from "./rows";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

export type DraftEditorRow = { readonly person: string; readonly name: string; readonly seenAt: string };

export type CommentRow = {
  readonly number: number;
  readonly path: string | null;
  readonly text: string;
  readonly author: string;
  readonly authorId: string;
  readonly createdAt: string;
  readonly resolvedBy: string | null;
  readonly resolvedAt: string | null;
};

export type DraftChange = { readonly document: Prisma.InputJsonObject; readonly documentHash: string; readonly at: Date };

/** Everything about versions that are not published yet, and what people say of versions. */
export function draftsRepository(tx: Tx, scope: Scope) {
  const { orgId } = scope;
  const by = (actor: Actor) => ({ updatedBy: actor.name, updatedById: actor.person });

  return {
    /** Writes a draft as its author saw it; false when it is no draft, or somebody changed it since. */
    async save(versionId: number, revision: number, actor: Actor, { document, documentHash, at }: DraftChange): Promise<boolean> {
      staffOnly(scope);
      const { count } = await tx.programVersion.updateMany({
        where: { orgId, id: versionId, status: "draft", revision },
        data: { document, documentHash, updatedAt: at, ...by(actor), revision: { increment: 1 } },
      });
      return count === 1;
    },

    /** Hands a draft to a second person; false when it is no draft, or somebody changed it since. */
    async propose(
      versionId: number,
      revision: number,
      actor: Actor,
      { effectiveFrom, note, at }: { readonly effectiveFrom: IsoDate; readonly note: string; readonly at: Date },
    ): Promise<boolean> {
      staffOnly(scope);
      const { count } = await tx.programVersion.updateMany({
        where: { orgId, id: versionId, status: "draft", revision },
        data: {
          ...{ status: "proposed", effectiveFrom: toDateColumn(effectiveFrom), note },
          ...{ proposedBy: actor.name, proposedById: actor.person, proposedAt: at },
          revision: { increment: 1 },
        },
      });
      return count === 1;
    },

    /** Makes what is proposed a draft again; false when it is not proposed, or somebody changed that since. */
    async withdraw(versionId: number, revision: number, actor: Actor, at: Date): Promise<boolean> {
      staffOnly(scope);
      const { count } = await tx.programVersion.updateMany({
        where: { orgId, id: versionId, status: "proposed", revision },
        data: {
          ...{ status: "draft", effectiveFrom: null, proposedBy: null, proposedById: null, proposedAt: null },
          ...{ updatedAt: at, ...by(actor), revision: { increment: 1 } },
        },
      });
      return count === 1;
    },

    /** Publishes what another person proposed; false when it is not proposed, changed since, or the actor's own proposal. */
    async approve(versionId: number, revision: number, actor: Actor, at: Date): Promise<boolean> {
      staffOnly(scope);
      const { count } = await tx.programVersion.updateMany({
        where: { orgId, id: versionId, status: "proposed", revision, proposedById: { not: actor.person } },
        data: { status: "published", publishedBy: actor.name, publishedAt: at, revision: { increment: 1 } },
      });
      return count === 1;
    },

    /** False when it is no draft any more, or somebody changed it since. */
    async discard(versionId: number, revision: number): Promise<boolean> {
      staffOnly(scope);
      const { count } = await tx.programVersion.updateMany({
        where: { orgId, id: versionId, status: "draft", revision },
        data: { status: "discarded", revision: { increment: 1 } },
      });
      return count === 1;
    },

    /** Notes that a person has the draft open. */
    async see(versionId: number, actor: Actor, at: Date): Promise<void> {
      staffOnly(scope);
      await tx.$executeRaw`
        insert into draft_editor (org_id, version_id, person, name, seen_at) values (${orgId}, ${versionId}, ${actor.person}, ${actor.name}, ${at})
        on conflict (org_id, version_id, person) do update set name = excluded.name, seen_at = greatest(draft_editor.seen_at, excluded.seen_at)`;
    },

    /** Who had the draft open since then, by name. */
    async listEditors(versionId: number, since: Date): Promise<DraftEditorRow[]> {
      staffOnly(scope);
      const rows = await tx.draftEditor.findMany({
        where: { orgId, versionId, seenAt: { gte: since } },
        select: { person: true, name: true, seenAt: true },
        orderBy: [{ name: "asc" }, { person: "asc" }],
      });
      return rows.map((row) => ({ ...row, seenAt: toIsoInstant(row.seenAt) }));
    },

    /** Adds what somebody says, under the version's next number. */
    async addComment(versionId: number, actor: Actor, comment: { readonly path: string | null; readonly text: string }): Promise<number> {
      staffOnly(scope);
      await tx.$executeRaw`select from program_version where org_id = ${orgId} and id = ${versionId} for update`;
      const { _max } = await tx.programComment.aggregate({ where: { orgId, versionId }, _max: { number: true } });
      const number = (_max.number ?? 0) + 1;
      await tx.programComment.create({ data: { orgId, versionId, number, ...comment, author: actor.name, authorId: actor.person } });
      return number;
    },

    /** False when there is no such comment, or it was resolved already. */
    async resolveComment(versionId: number, number: number, actor: Actor, at: Date): Promise<boolean> {
      staffOnly(scope);
      const { count } = await tx.programComment.updateMany({
        where: { orgId, versionId, number, resolvedAt: null },
        data: { resolvedBy: actor.name, resolvedAt: at },
      });
      return count === 1;
    },

    /** In the order in which it was said. */
    async listComments(versionId: number): Promise<CommentRow[]> {
      staffOnly(scope);
      const rows = await tx.programComment.findMany({
        where: { orgId, versionId },
        select: { number: true, path: true, text: true, author: true, authorId: true, createdAt: true, resolvedBy: true, resolvedAt: true },
        orderBy: { number: "asc" },
      });
      return rows.map((row) => ({
        ...row,
        createdAt: toIsoInstant(row.createdAt),
        resolvedAt: row.resolvedAt === null ? null : toIsoInstant(row.resolvedAt),
      }));
    },

    /** Comments that nobody has resolved. */
    async countOpenComments(versionId: number): Promise<number> {
      staffOnly(scope);
      return tx.programComment.count({ where: { orgId, versionId, resolvedAt: null } });
    },
  };
}
