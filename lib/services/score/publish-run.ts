import { now } from "@/lib/clock";
import { PublishRun, type Run } from "@/lib/contracts/run";
import type { RunRow } from "@/lib/db/runs";
import type { ScopedDb } from "@/lib/db/scoped";
import { canonicalJson } from "@/lib/domain/shared/canonical-json";
import { AppError } from "@/lib/errors";
import { command } from "@/lib/services/define-service";
import { requireRun } from "./require-run";
import { runDto } from "./run-dto";

/** Makes a draft the program's last published run, if that is still the run it follows. From then on it never changes. */
export const publishRun = command({
  permission: "run.publish",
  input: PublishRun,
  async run({ actor, db }, input): Promise<Run> {
    const draft = await requireRun(db, input.run);
    refuseUnpublishable(draft);
    await refuseOtherRules(db, draft);
    if (!(await db.programs.moveCurrentRun(draft.programId, draft.base?.id ?? null, draft.id))) {
      throw overtaken(draft, await db.runs.findCurrent(draft.program.key));
    }
    if (!(await db.runs.publish(draft.id, { by: actor.name, at: now(), note: input.note ?? null })))
      throw notADraft(await requireRun(db, draft.number));
    await db.audit.append(actor, {
      action: "run.publish",
      target: `run ${draft.number}`,
      detail: { base: draft.base?.number ?? null, inputHash: draft.inputHash, resultHash: draft.resultHash, note: input.note ?? null },
    });
    return runDto(await requireRun(db, draft.number));
  },
});

function refuseUnpublishable(draft: RunRow): void {
  if (draft.status !== "draft") throw notADraft(draft);
  const { number, program, base, asOf } = draft;
  if (draft.versionStatus !== "published") {
    throw new AppError(
      "conflict",
      `Run ${number} was evaluated with version ${program.version} of the program, which is a draft. Publish that version, then publish the run.`,
    );
  }
  if (base !== null && asOf < base.asOf) {
    throw new AppError(
      "conflict",
      `Run ${number} is as of ${asOf}, before run ${base.number}, which is as of ${base.asOf} and published already. Evaluate as of ${base.asOf} or later.`,
    );
  }
}

/** A draft version may have changed between the evaluation and its own publishing. */
async function refuseOtherRules(db: ScopedDb, { id, number, programVersionId, program }: RunRow): Promise<void> {
  const [evaluated, published] = [await db.runs.readDocument(id), await db.programs.readDocument(programVersionId)];
  if (canonicalJson(evaluated) === canonicalJson(published)) return;
  throw new AppError(
    "conflict",
    `Run ${number} was evaluated with version ${program.version} as it was before it was changed and published. Evaluate again, so that the run follows the published rules.`,
  );
}

function notADraft({ number, status }: RunRow): AppError {
  return new AppError("conflict", status === "published" ? `Run ${number} is already published.` : `Run ${number} was discarded. Evaluate again.`, {
    run: number,
    status,
  });
}

function overtaken(draft: RunRow, current: RunRow | null): AppError {
  if (current === null || current.number === draft.number) return notADraft({ ...draft, status: "published" });
  const by = current.publishedBy === null ? "" : ` by ${current.publishedBy}`;
  return new AppError(
    "conflict",
    `Run ${current.number} was published${by} after run ${draft.number} was evaluated. Nothing was published: evaluate again, so that movement is measured from run ${current.number}.`,
    {
      published: current.number,
    },
  );
}
