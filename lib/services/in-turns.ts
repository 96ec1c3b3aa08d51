import { setImmediate as turn } from "node:timers/promises";

/** Does work that comes in small steps, and before each lets everything else go first that waits: nobody's request stands still meanwhile. */
export async function inTurns<Result>(steps: Generator<undefined, Result>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await turn();
  }
}
