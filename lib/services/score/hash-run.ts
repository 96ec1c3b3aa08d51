import { createHash } from "node:crypto";
import type { RunInput } from "@/lib/domain/run-input";
import type { Decision } from "@/lib/domain/score/decision";
import { canonicalJson } from "@/lib/domain/shared/canonical-json";

/** SHA-256 of canonical values, each on a line of its own: one by one, so that no string holds a whole run. */
export function lineHash() {
  const hash = createHash("sha256");
  return {
    /** Answers with the line. */
    add(value: unknown): string {
      const line = canonicalJson(value);
      hash.update(line).update("\n");
      return line;
    },
    /** Hex; nothing can be added any more. */
    digest: () => hash.digest("hex"),
  };
}

/** The line that begins the hash of a run's input; `engine`: the version that evaluates it. One for each partner follows, in code order. */
export function inputHead({ program, asOf }: Pick<RunInput, "program" | "asOf">, engine: string): unknown {
  return { engine, asOf, program };
}

/** Hash of all that decisions depend on. `partners` in code order. */
export function inputHash(input: RunInput, engine: string): string {
  const hash = lineHash();
  hash.add(inputHead(input, engine));
  for (const partner of input.partners) hash.add(partner);
  return hash.digest();
}

/** Hash of decisions in code order. */
export function resultHash(decisions: Iterable<Decision>): string {
  const hash = lineHash();
  for (const decision of decisions) hash.add(decision);
  return hash.digest();
}
