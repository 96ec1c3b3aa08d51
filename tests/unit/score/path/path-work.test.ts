import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { evaluateRun } from "../../../../lib/domain/evaluate-run";
import { advisePath } from "../../../../lib/domain/score/path/advise-path";
import { readGolden } from "../../../golden/golden-file";

/** For one answer, in what the limit of work counts: a twentieth of it. */
const MOST_FOR_A_TEMPLATE = 750_000;

/** Generous: a busy machine must not fail what is counted and not timed. */
const PATIENCE = { timeout: 120_000 };

const templates = readdirSync(path.join(import.meta.dirname, "../../../golden/templates"));

/** The most work of any advice to a partner of a golden run, to each of the tiers, and what kinds of advice there were. */
function workFor(template: string): { most: number; kinds: ReadonlySet<string> } {
  const { input } = readGolden(`templates/${template}`);
  const decisions = new Map(evaluateRun(input).map((decision) => [decision.partner, decision.toJSON()]));
  const kinds = new Set<string>();
  let most = 0;
  for (const partner of input.partners) {
    const decision = decisions.get(partner.partner);
    if (decision === undefined) throw new Error(`no decision on ${partner.partner}`);
    for (const tier of input.program.tiers.map(({ key }) => key)) {
      let done = 0;
      const asked = { program: input.program, asOf: input.asOf, partners: input.partners, partner, decision, others: "known", tier } as const;
      const work = (amount: number) => {
        done += amount;
      };
      kinds.add(advisePath(asked, work).kind);
      most = Math.max(most, done);
    }
  }
  return { most, kinds };
}

describe("the work of a path", () => {
  it.each(templates)("is little for every partner and tier of %s", PATIENCE, (template) => {
    const { most, kinds } = workFor(template);
    expect(kinds).toContain("paths");
    expect(kinds).not.toContain("too_complex");
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(MOST_FOR_A_TEMPLATE);
  });
});
