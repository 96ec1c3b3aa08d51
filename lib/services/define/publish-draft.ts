import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { now } from "@/lib/clock";
import type { ProgramVersionSummary, PublishProgramVersion } from "@/lib/contracts/program";
import type { ScopedDb } from "@/lib/db/scoped";
import { AppError } from "@/lib/errors";
import { programVersionSummary } from "./program-version-dto";
import { refuseContradictions } from "./refuse-contradictions";
import { refuseFarDay } from "./refuse-far-day";
import { cannotChange } from "./require-draft";
import { requireProgramVersion } from "./require-program-version";

/**
 * Puts a draft into effect from a day on, by one person: as long as no run is published, nobody's tier is at stake.
 * @throws AppError unprocessable when it contradicts itself, conflict when it is published, or when a run is
 */
export async function publishDraft(actor: Actor, db: ScopedDb, input: z.output<typeof PublishProgramVersion>): Promise<ProgramVersionSummary> {
  const draft = await requireProgramVersion(db, input.program, input.version);
  if (draft.program.currentRunId !== null) {
    throw new AppError(
      "conflict",
      `Partners have tiers by this program, so that new rules need a second person: simulate version ${draft.version}, propose it, and have another person approve it.`,
      { reason: "second_person" },
    );
  }
  const { revision = draft.revision, effectiveFrom, note } = input;
  await refuseFarDay(db, effectiveFrom);
  await refuseContradictions(db, draft);
  const published = await db.programs.publishVersion(draft.id, revision, { effectiveFrom, by: actor.name, at: now(), note });
  if (!published) throw await cannotChange(db, { ...input, revision }, "draft");
  await db.audit.append(actor, {
    action: "program_version.publish",
    target: `program ${draft.program.key} version ${draft.version}`,
    detail: { effectiveFrom, documentHash: draft.documentHash },
  });
  return programVersionSummary(await requireProgramVersion(db, input.program, input.version));
}
