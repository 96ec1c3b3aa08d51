import type { BackTest } from "@/lib/contracts/back-test";
import { ProgramVersionRef } from "@/lib/contracts/program";
import type { ProgramVersionRow } from "@/lib/db/programs";
import { AppError } from "@/lib/errors";
import { requireProgramVersion } from "@/lib/services/define/require-program-version";
import { command } from "@/lib/services/define-service";
import { backTestDto } from "./back-test-dto";
import { cancelRunning } from "./cancel-running";

/** Ends the back-test of a version that is under way, by whoever asked for it; the quarters that are done stay. */
export const cancelBackTest = command({
  permission: "program.write",
  input: ProgramVersionRef,
  async run({ actor, db }, ref): Promise<BackTest> {
    const version = await requireProgramVersion(db, ref.program, ref.version);
    const running = await db.backTests.findLast(version.id);
    if (running?.status !== "running") throw noneUnderWay(version);
    if (running.askedById !== actor.person)
      throw new AppError("forbidden", `${running.askedBy} asked for this back-test, and alone may cancel it.`, { reason: "asked_by_other" });
    if (!(await cancelRunning(actor, db, version))) throw noneUnderWay(version); // it ended meanwhile
    return backTestDto((await db.backTests.findLast(version.id)) ?? running, version, actor);
  },
});

function noneUnderWay({ version }: ProgramVersionRow): AppError {
  return new AppError("conflict", `No back-test of version ${version} is under way.`);
}
