import { createHash } from "node:crypto";
import type { RunInput } from "@/lib/domain/run-input";
import type { Decision } from "@/lib/domain/score/decision";
import { canonicalJson } from "@/lib/domain/shared/canonical-json";

/** SHA-256, hex, of the canonical values, each on a line of its own: one by one, so that no string holds a whole run. */
function hashLines(values: Iterable<unknown>): string {
  const hash = createHash("sha256");
  for (const value of values) hash.update(canonicalJson(value)).update("\n");
  return hash.digest("hex");
}

/** Hash of all that decisions depend on. `partners` in code order; `engine`: the version that evaluates them. */
export function inputHash({ program, asOf, partners }: RunInput, engine: string): string {
  function* lines(): Generator<unknown> {
    yield { engine, asOf, program };
    yield* partners;
  }
  return hashLines(lines());
}

/** Hash of decisions in code order. */
export function resultHash(decisions: Iterable<Decision>): string {
  return hashLines(decisions);
}
