import type { Actor } from "@/lib/access/actor";
import type { ProgramVersion } from "@/lib/contracts/program";
import type { ScopedDb } from "@/lib/db/scoped";
import type { Program } from "@/lib/domain/define/program";
import { documentHash } from "./document-hash";
import { programVersion } from "./program-version-dto";

type Draft = {
  readonly program: string;
  readonly document: Program;
  readonly note: string | null;
  /** The version that it begins as a copy of. */
  readonly basedOn?: number;
};

/** Stores a document as the next version of a program, which begins with it when there was none. */
export async function addDraft(actor: Actor, db: ScopedDb, { program: key, document, note, ...origin }: Draft): Promise<ProgramVersion> {
  const hash = documentHash(document);
  const program = await db.programs.lockOrCreate(key);
  const version = await db.programs.createVersion(program.id, { document, documentHash: hash, note, createdBy: actor.name, ...origin });
  await db.audit.append(actor, {
    action: "program_version.create",
    target: `program ${program.key} version ${version.version}`,
    detail: { documentHash: hash, ...origin },
  });
  return programVersion(version, document, actor);
}
