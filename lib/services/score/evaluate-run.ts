import { EvaluateRun, type Run } from "@/lib/contracts/run";
import type { ProgramVersionRow } from "@/lib/db/programs";
import type { ScopedDb } from "@/lib/db/scoped";
import { ENGINE_VERSION, performRun } from "@/lib/domain/engines";
import { AppError } from "@/lib/errors";
import { refuseContradictions } from "@/lib/services/define/refuse-contradictions";
import { requireKeptVersion } from "@/lib/services/define/require-program-version";
import { command } from "@/lib/services/define-service";
import { freezeInputs } from "./freeze-inputs";
import { inputHash, resultHash } from "./hash-run";
import { keepSums } from "./keep-sums";
import { runDto } from "./run-dto";
import { storeDecisions } from "./store-decisions";
import { summarizeRun } from "./summarize-run";

/** Evaluates all partners into a draft that follows the last published run. The same inputs again give the draft that is there already. */
export const evaluateRun = command({
  permission: "run.evaluate",
  input: EvaluateRun,
  async run({ actor, db }, input): Promise<Run> {
    const version = await versionToEvaluate(db, input);
    const program = await refuseContradictions(db, version);
    const { asOf } = input;
    const knownAt = await knownAtOf(db, input.knownAt);
    const baseRunId = version.program.currentRunId;
    // A second run as of the same day restates the first: it is the same review, and no miss counts twice.
    const stateRunId = await db.runs.findPublishedBefore(version.program.id, asOf);
    const partners = await freezeInputs(db, { program, programId: version.program.id, stateRunId, asOf, knownAt });
    if (partners.length === 0) throw new AppError("unprocessable", "There are no partners to evaluate: import partners first.");

    const frozen = { program, asOf, partners: partners.map((partner) => partner.input) };
    const identity = {
      programVersionId: version.id,
      asOf,
      knownAt,
      baseRunId,
      engineVersion: ENGINE_VERSION,
      inputHash: inputHash(frozen, ENGINE_VERSION),
    };
    await db.runs.lockNumbering();
    const same = await db.runs.findIdenticalDraft(identity);
    if (same !== null) return runDto(same);

    const decisions = performRun(frozen);
    const summary = summarizeRun(program, decisions, stateRunId !== null);
    const hashes = { inputHash: identity.inputHash, resultHash: resultHash(decisions) };
    const draft = await db.runs.createDraft({
      ...identity,
      ...hashes,
      document: version.status === "published" ? null : program,
      programId: version.program.id,
      partners: partners.length,
      summary,
      createdBy: actor.name,
    });
    await storeDecisions(db, draft.id, program, partners, decisions);
    await keepSums(db, program, draft);
    await db.audit.append(actor, {
      action: "run.evaluate",
      target: `run ${draft.number}`,
      detail: { program: version.program.key, version: version.version, asOf, knownAt, ...hashes },
    });
    return runDto(draft);
  },
});

async function versionToEvaluate(db: ScopedDb, { program, version, asOf }: EvaluateRun): Promise<ProgramVersionRow> {
  if (version !== undefined) return requireKeptVersion(db, program, version, "evaluate");
  const inEffect = await db.programs.findVersionInEffect(program, asOf);
  if (inEffect === null)
    throw new AppError("not_found", `No version of the program "${program}" is in effect on ${asOf}: publish one that is, or name a version.`);
  return inEffect;
}

async function knownAtOf(db: ScopedDb, asked: number | undefined): Promise<number> {
  const now = await db.batches.lastSeq();
  if (asked !== undefined && asked > now) {
    throw new AppError("invalid_input", `knownAt: ${asked} lies in the future; the last import batch known has sequence ${now}.`);
  }
  return asked ?? now;
}
