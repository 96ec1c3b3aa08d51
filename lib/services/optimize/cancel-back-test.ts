import type { BackTest } from "@/lib/contracts/back-test";
import { ProgramVersionRef } from "@/lib/contracts/program";
import { AppError } from "@/lib/errors";
import { requireProgramVersion } from "@/lib/services/define/require-program-version";
import { command } from "@/lib/services/define-service";
import { backTestDto } from "./back-test-dto";

/** Ends the back-test of a version that is under way, by whoever asked for it; the quarters that are done stay. */
export const cancelBackTest = command({
  permission: "program.write",
  input: ProgramVersionRef,
  async run({ actor, db }, ref): Promise<BackTest> {
    const version = await requireProgramVersion(db, ref.program, ref.version);
    const running = await db.backTests.findLast(version.id);
    if (running?.status !== "running") throw new AppError("conflict", `No back-test of version ${version.version} is under way.`);
    if (running.askedById !== actor.person)
      throw new AppError("forbidden", `${running.askedBy} asked for this back-test, and alone may cancel it.`, { reason: "asked_by_other" });
    await db.backTests.cancel(version.id);
    return backTestDto((await db.backTests.findLast(version.id)) ?? running, version, actor);
  },
});
