import fc from "fast-check";
import { expect, test } from "vitest";
import { checkProgram } from "../../../lib/domain/define/check-program";
import { metricUses } from "../../../lib/domain/define/edit-metrics";
import { placedNodes } from "../../../lib/domain/define/edit-score";
import { Program } from "../../../lib/domain/define/program";
import { renameMetric, renameNode } from "../../../lib/domain/define/rename-key";
import { PROGRAM_TEMPLATES } from "../../../lib/domain/define/templates/program-templates";
import { evaluateRun } from "../../../lib/domain/evaluate-run";
import type { PartnerInput } from "../../../lib/domain/run-input";
import { anyPartners, anyProgram } from "../score/any-program";
import { day } from "../score/run-fixture";
import { fullProgram } from "./full-program";

const AS_OF = day("2013-11-30");
const PROGRAMS = [fullProgram(), ...PROGRAM_TEMPLATES.map((template) => template.program("USD"))];
/** What two programs decide, whatever their nodes are called. */
const decided = (program: Program, partners: readonly PartnerInput[]) =>
  evaluateRun({ program, asOf: AS_OF, partners }).map(({ score, rank, decided: tier, qualified, movement }) => ({
    score,
    rank,
    tier,
    qualified,
    movement,
  }));

test.each(PROGRAMS.map((program) => [program.name, program] as const))(
  "every metric and node of %s can be renamed, and renamed back",
  (_, program) => {
    for (const { key } of program.metrics) {
      const renamed = renameMetric(program, key, "another_key");
      expect(Program.parse(renamed)).toEqual(renamed);
      expect(metricUses(renamed, key)).toEqual([]);
      expect(checkProgram(renamed)).toHaveLength(checkProgram(program).length);
      expect(renameMetric(renamed, "another_key", key)).toEqual(program);
    }
    for (const { node } of placedNodes(program.score)) {
      const renamed = renameNode(program, node.key, "another_key");
      expect(Program.parse(renamed)).toEqual(renamed);
      expect(checkProgram(renamed)).toHaveLength(checkProgram(program).length);
      expect(renameNode(renamed, "another_key", node.key)).toEqual(program);
    }
  },
);

test("a renamed program decides as it did", () => {
  fc.assert(
    fc.property(anyProgram({ follows: true, readings: false }), anyPartners, fc.nat(), (program, partners, place) => {
      const metric = program.metrics[place % program.metrics.length]?.key ?? "";
      const nodes = placedNodes(program.score);
      const node = nodes[place % nodes.length]?.node.key ?? "";
      const renamed = renameNode(renameMetric(program, metric, "another_metric"), node, "another_node");
      const measured = partners.map(({ metrics, ...partner }) => {
        const { [metric]: value, ...others } = metrics;
        return { ...partner, metrics: value === undefined ? others : { ...others, another_metric: value } };
      });
      expect(decided(renamed, measured)).toEqual(decided(program, partners));
    }),
    { numRuns: 200 },
  );
});
