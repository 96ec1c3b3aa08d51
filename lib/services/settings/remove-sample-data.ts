import { RemoveSampleData, type SampleData } from "@/lib/contracts/sample-data";
import type { ScopedDb } from "@/lib/db/scoped";
import { AppError, faultAt } from "@/lib/errors";
import { command } from "../define-service";
import { sampleDataDto, stateOf } from "./sample-data-dto";

/**
 * Removes the sample data whole, with everything that people added to it. What stays: staff, their tokens and invitations, the settings
 * and the audit trail.
 */
export const removeSampleData = command({
  permission: "sample.manage",
  input: RemoveSampleData,
  run: async ({ actor, db }, { name }): Promise<SampleData> => {
    const sample = await db.sampleData.lock();
    if (name !== sample.name) throw wrongName(sample.name);
    if (!sample.isDemo) throw new AppError("conflict", "This organization holds no sample data: what is in it is its own, and stays.");
    const state = stateOf(sample);
    if (state === "queued" || state === "loading")
      throw new AppError("conflict", "The sample data is still being loaded. Remove it once that has ended.");
    await requireNoMovingImport(db);
    const removed = await db.sampleData.remove();
    await db.audit.append(actor, { action: "sample_data.remove", target: `organization ${name}`, detail: removed });
    return sampleDataDto(db);
  },
});

function wrongName(name: string): AppError {
  return faultAt("unprocessable", "name", `type the organization's name as it is: ${name}`);
}

async function requireNoMovingImport(db: ScopedDb): Promise<void> {
  const moving = await db.sampleData.findMovingImport();
  if (moving !== null)
    throw new AppError("conflict", `Import ${moving} is under way. Remove the sample data once it is loaded or waits for your word.`, {
      import: moving,
    });
}
