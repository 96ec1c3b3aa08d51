import { z } from "zod";
import type { SampleData } from "@/lib/contracts/sample-data";
import type { ScopedDb } from "@/lib/db/scoped";
import { AppError } from "@/lib/errors";
import { command } from "../define-service";
import { sampleDataDto, stateOf } from "./sample-data-dto";

/** Has the worker fill an empty organization with the sample data, or try again where that failed. */
export const loadSampleData = command({
  permission: "sample.manage",
  input: z.strictObject({}),
  run: async ({ actor, db }): Promise<SampleData> => {
    const sample = await db.sampleData.lock();
    const state = stateOf(sample);
    if (state === "queued" || state === "loading") throw new AppError("conflict", "The sample data is being loaded already.");
    if (state === "loaded") throw new AppError("conflict", "The sample data is loaded already.");
    if (state === "absent") await requireEmpty(db);
    await db.sampleData.queue(actor.name);
    if (state === "absent") await db.sampleData.mark();
    await db.audit.append(actor, { action: "sample_data.load", target: `organization ${sample.name}`, detail: { again: state === "failed" } });
    return sampleDataDto(db);
  },
});

async function requireEmpty(db: ScopedDb): Promise<void> {
  const contents = await db.sampleData.contents();
  if (contents.length > 0)
    throw new AppError(
      "conflict",
      `Sample data is loaded into an empty organization only, so that it can be removed whole again. This one has ${contents.join(", ")} of its own.`,
      { contents },
    );
}
