import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeGroups } from "@/components/define/change-words";
import { issueWords } from "@/components/define/issue-words";
import { checkProgram } from "../../../lib/domain/define/check-program";
import { parseProgram } from "../../../lib/domain/define/parse-program";
import type { Program } from "../../../lib/domain/define/program";
import { PROGRAM_TEMPLATES } from "../../../lib/domain/define/templates/program-templates";
import { evaluateRun } from "../../../lib/domain/evaluate-run";
import type { PartnerInput } from "../../../lib/domain/run-input";
import { canonicalJson } from "../../../lib/domain/shared/canonical-json";
import { seededRandom } from "../../../lib/domain/shared/seeded-random";
import { fullProgram } from "../define/full-program";
import { anyProgram } from "./any-program";
import { day, partner } from "./run-fixture";

const AS_OF = day("2026-06-30");
/** Generous: a busy machine must not fail a property that holds. */
const PATIENCE = { timeout: 120_000 };

type Draw = (below: number) => number;
function drawFrom(seed: number): Draw {
  const random = seededRandom(seed);
  return (below) => Math.floor(random() * below);
}
const pick = <Value>(draw: Draw, values: readonly [Value, ...Value[]]): Value => values[draw(values.length)] ?? values[0];

const NUMBERS = [0, -0, 1, 2, 3, 0.5, 7, 10, 50, 99.95, 100, 101, 1000, 1e6, 1e15, -1, -1e15, 1e-15, 5e-324, Number.NaN, 1e300] as const;

/** Makes a document wrong, or only other: some of its values become others that may stand there. */
function mutated(document: unknown, draw: Draw, oneIn: number, words: readonly [string, ...string[]]): unknown {
  const change = (value: unknown): unknown => {
    if (draw(oneIn) === 0) {
      if (typeof value === "number") return pick(draw, NUMBERS);
      if (typeof value === "string") return pick(draw, words);
      if (Array.isArray(value) && value.length > 0)
        return draw(2) === 0 ? [...value, value[draw(value.length)]] : value.toSpliced(draw(value.length), 1);
      if (typeof value === "boolean" || value === null) return pick(draw, [null, true, false]);
    }
    if (Array.isArray(value)) return value.map(change);
    if (typeof value !== "object" || value === null) return value;
    const members = Object.entries(value).filter(() => draw(oneIn * 8) !== 0);
    return Object.fromEntries(members.map(([key, member]) => [key, change(member)]));
  };
  return change(document);
}

/** All texts of a document: keys, names and choices, any of which may come to stand anywhere. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const anyBase = fc.oneof(anyProgram(), fc.constantFrom<Program>(fullProgram(), ...PROGRAM_TEMPLATES.map(({ program }) => program("USD"))));

/** A document near a program that may be published: that program, or what a slip of the hand makes of it. */
const anyDocument = fc.tuple(anyBase, fc.integer()).map(([base, seed]) => {
  const draw = drawFrom(seed);
  return { base, seed, document: mutated(base, draw, 40 + draw(300), ["registered", ...textsOf(base)]) };
});

function partnersFor({ metrics, tiers }: Program, draw: Draw): PartnerInput[] {
  const value = () => pick(draw, [null, 0, -0, 1, 12, 50.5, 100, -3, 250_000, 1e15, -1e15, 1e-15]);
  const measured = () => Object.fromEntries(metrics.map(({ key }) => [key, value()]));
  return Array.from({ length: 5 }, (_, i) =>
    partner(`p${i}`, measured(), {
      attributes: pick<PartnerInput["attributes"]>(draw, [{ region: "north", partner_type: "Broadline", region_level_2: "x" }, { region: 1 }, {}]),
      enrolledOn: pick(draw, [null, day("2026-03-01"), day("2019-01-01")]),
      previous: pick<PartnerInput["previous"]>(draw, [
        null,
        { tier: tiers[draw(tiers.length)]?.key ?? "", since: day("2025-01-31"), missedReviews: draw(3) },
      ]),
      ...(draw(2) === 0 && { readings: [{ reading: "2026-05-31", metrics: partner("", measured()).metrics }] }),
    }),
  );
}

describe("a program that the checker accepts", () => {
  it("decides over everybody and is told in words, whatever stands in it", PATIENCE, () => {
    let accepted = 0;
    fc.assert(
      fc.property(anyDocument, ({ base, seed, document }) => {
        const read = parseProgram(document);
        if (!read.ok) {
          expect(read.issues.length).toBeGreaterThan(0);
          return;
        }
        const { program } = read;
        const issues = checkProgram(program);
        for (const issue of issues)
          expect([issue.path, issueWords(issue)].every((text) => text.length > 0 && !/undefined|NaN/.test(text))).toBe(true);
        for (const { sentences } of changeGroups(base, program))
          for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|NaN|\[object/);
        if (issues.some(({ severity }) => severity === "error")) return;
        accepted += 1;
        const partners = partnersFor(program, drawFrom(seed));
        const tiers = program.tiers.map(({ key }) => key);
        for (const decision of evaluateRun({ program, asOf: AS_OF, partners })) {
          expect(tiers).toContain(decision.decided);
          expect(tiers).toContain(decision.qualified);
          expect(decision.score === null || (decision.score >= 0 && decision.score <= 100)).toBe(true);
          expect(JSON.parse(canonicalJson(decision))).toBeTypeOf("object");
        }
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(0);
  });
});
