import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Program } from "../../../lib/domain/define/program";
import { performRun } from "../../../lib/domain/engines";
import { evaluateRun } from "../../../lib/domain/evaluate-run";
import type { MovedPartner } from "../../../lib/domain/optimize/moved-partners";
import { type Ground, type Look, type Trial, whatIf } from "../../../lib/domain/optimize/what-if";
import type { PartnerInput } from "../../../lib/domain/run-input";
import type { Decision } from "../../../lib/domain/score/decision";
import { canonicalJson } from "../../../lib/domain/shared/canonical-json";
import { simulationGround } from "../../support/simulation-ground";
import { anyPartnersUpTo, anyProgram } from "../score/any-program";
import { day } from "../score/run-fixture";

const AS_OF = day("2013-11-30");
/** Generous: a busy machine must not fail a property that holds. */
const PATIENCE = { timeout: 120_000 };

/** More than a page of them. */
const anyCrowd = anyPartnersUpTo(60);
const decisionsOn = (program: Program, partners: readonly PartnerInput[]): readonly Decision[] => evaluateRun({ program, asOf: AS_OF, partners });
const placeOf = ({ tiers }: Program, key: string) => tiers.findIndex((tier) => tier.key === key);

/** What a browser is sent of a published run. */
function groundOf(program: Program, partners: readonly PartnerInput[]): Ground {
  return JSON.parse(JSON.stringify(simulationGround({ program, asOf: AS_OF, partners })));
}

/** Everybody, page by page, in order of their code. */
function everybody(tried: (look: Look) => Trial, by: Look["by"]): MovedPartner[] {
  const page = (number: number) => tried({ by, listed: "all", page: number, grouping: null, behind: null, cliffs: false }).moved;
  const { pages } = page(1);
  return Array.from({ length: pages }, (_, i) => page(i + 1).partners)
    .flat()
    .sort((a, b) => a.row - b.row);
}

function countsOf(values: readonly string[]): Record<string, number> {
  return Object.fromEntries([...new Set(values)].map((value) => [value, values.filter((one) => one === value).length]));
}

describe("the simulator in the browser", () => {
  it("gives every partner the score, the rank and the tiers of a run on the server, whatever was tried before", PATIENCE, () => {
    fc.assert(
      fc.property(anyProgram(), fc.array(anyProgram(), { minLength: 1, maxLength: 3 }), anyCrowd, (published, drafts, partners) => {
        const simulator = whatIf(groundOf(published, partners));
        const before = decisionsOn(published, partners);
        for (const draft of drafts) {
          const run = decisionsOn(draft, partners);
          for (const by of ["decided", "qualified"] as const) {
            const expected = run.map(({ score, rank, [by]: tier }, row) => {
              const was = before[row];
              return { row, rank, to: placeOf(draft, tier), from: placeOf(published, was?.[by] ?? ""), scoreBefore: was?.score, scoreAfter: score };
            });
            expect(everybody((look) => simulator(draft, look), by).map(({ steps: _steps, ...partner }) => partner)).toEqual(expected);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("counts what such a run decides: its tiers, who rises and falls, and the rules of movement that made it so", PATIENCE, () => {
    fc.assert(
      fc.property(anyProgram(), anyProgram(), anyCrowd, (published, draft, partners) => {
        const look: Look = { by: "decided", listed: "all", page: 1, grouping: null, behind: { kind: "movement" }, cliffs: false };
        const { effects, behind } = whatIf(groundOf(published, partners))(draft, look);
        const [before, after] = [decisionsOn(published, partners), decisionsOn(draft, partners)];
        const rises = after.map(({ decided }, row) => placeOf(draft, decided) - placeOf(published, before[row]?.decided ?? ""));
        const inTiers = countsOf(after.map(({ decided }) => decided));
        expect(effects.after.map(({ tier, partners: count }) => [tier, count])).toEqual(draft.tiers.map(({ key }) => [key, inTiers[key] ?? 0]));
        expect(effects).toMatchObject({
          partners: partners.length,
          unscored: after.filter(({ score }) => score === null).length,
          decided: {
            promoted: rises.filter((steps) => steps > 0).length,
            demoted: rises.filter((steps) => steps < 0).length,
            unchanged: rises.filter((steps) => steps === 0).length,
            unplaced: 0,
          },
        });
        expect(behind).toEqual({ kind: "movement", codes: countsOf(after.map(({ movement }) => movement.code)) });
      }),
      { numRuns: 60 },
    );
  });

  it("lacks nothing of a run but how firm each tier is, which takes a thousand evaluations and decides nothing", PATIENCE, () => {
    fc.assert(
      fc.property(anyProgram(), anyPartnersUpTo(6), (program, partners) => {
        const run = performRun({ program, asOf: AS_OF, partners }).map((decision) => JSON.parse(canonicalJson(decision)));
        expect(run.map(({ robustness: _firmness, ...decision }) => decision)).toEqual(
          decisionsOn(program, partners).map((decision) => JSON.parse(canonicalJson(decision))),
        );
      }),
      { numRuns: 15 },
    );
  });
});
