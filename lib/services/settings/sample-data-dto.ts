import type { SampleData } from "@/lib/contracts/sample-data";
import type { SampleState } from "@/lib/db/sample-data";
import type { ScopedDb } from "@/lib/db/scoped";

/** Whether the organization holds the sample data, how far loading it is, and whether it may be loaded. */
export async function sampleDataDto(db: ScopedDb): Promise<SampleData> {
  const state = await db.sampleData.find();
  const { load } = state;
  return {
    state: stateOf(state),
    isOffered: !state.isDemo && (await db.sampleData.contents()).length === 0,
    step: load?.step ?? null,
    stepsDone: load?.stepsDone ?? 0,
    steps: load?.steps ?? 0,
    failure: load?.failure ?? null,
  };
}

/** An organization that was founded with the sample data has it without having asked for it. */
export function stateOf({ isDemo, load }: SampleState): SampleData["state"] {
  return isDemo ? (load?.status ?? "loaded") : "absent";
}
