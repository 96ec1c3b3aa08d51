import { type BackTest, StartBackTest } from "@/lib/contracts/back-test";
import { ENGINE_VERSION } from "@/lib/domain/engines";
import { AppError } from "@/lib/errors";
import { refuseContradictions } from "@/lib/services/define/refuse-contradictions";
import { requireKeptVersion } from "@/lib/services/define/require-program-version";
import { command } from "@/lib/services/define-service";
import { backTestDto } from "./back-test-dto";
import { requireBaselineRun } from "./require-baseline-run";

/**
 * Has the worker test a version, as it is saved now, against the program's last full quarters up to the last published run's day. While one of the
 * version is under way, that one is the answer.
 */
export const startBackTest = command({
  permission: "program.write",
  input: StartBackTest,
  async run({ actor, db }, { quarters, ...ref }): Promise<BackTest> {
    const version = await requireKeptVersion(db, ref.program, ref.version, "test");
    const run = await requireBaselineRun(db, undefined, ref.program);
    const document = await refuseContradictions(db, version);
    const { documentHash } = version;
    const knownAt = await db.batches.lastSeq();
    const asked = { versionId: version.id, document, documentHash, runId: run.id, engineVersion: ENGINE_VERSION, quarters, knownAt };
    if (await db.backTests.add(asked, actor))
      await db.audit.append(actor, {
        action: "back_test.start",
        target: `program ${ref.program} version ${ref.version}`,
        detail: { quarters, documentHash, run: run.number, knownAt },
      });
    const last = await db.backTests.findLast(version.id);
    if (last === null) throw new AppError("conflict", `Version ${version.version} was discarded meanwhile: there is nothing to test any more.`);
    return backTestDto(last, version, actor);
  },
});
