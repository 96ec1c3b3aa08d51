import { type Run, RunRef } from "@/lib/contracts/run";
import { query } from "@/lib/services/define-service";
import { requireRun } from "./require-run";
import { runDto } from "./run-dto";

export const getRun = query({
  permission: "run.read",
  input: RunRef,
  async run({ db }, input): Promise<Run> {
    return runDto(await requireRun(db, input.run));
  },
});
