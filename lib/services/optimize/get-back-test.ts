import type { LastBackTest } from "@/lib/contracts/back-test";
import { ProgramVersionRef } from "@/lib/contracts/program";
import { requireProgramVersion } from "@/lib/services/define/require-program-version";
import { query } from "@/lib/services/define-service";
import { backTestDto } from "./back-test-dto";

/** The last back-test of a version, as far as it is. */
export const getBackTest = query({
  permission: "program.read",
  input: ProgramVersionRef,
  async run({ actor, db }, ref): Promise<LastBackTest> {
    const version = await requireProgramVersion(db, ref.program, ref.version);
    const last = await db.backTests.findLast(version.id);
    return { backTest: last === null ? null : backTestDto(last, version, actor) };
  },
});
