import type { Condition } from "../define/program";
import { leavesOf } from "../define/score-tree";
import type { Check, Verdict } from "./decision";
import { type JudgedCondition, shortfall, VERDICTS } from "./judge-condition";
import { columnAt, roundPoints, type ScoreColumns } from "./node-columns";

type Compared = Extract<Condition, { kind: "score" | "node" | "metric" }>;

/** Explains a condition to one partner: `judged` is the same condition, without a margin. */
export function checkCondition(condition: Condition, judged: JudgedCondition, columns: ScoreColumns, row: number): Check {
  const verdict = VERDICTS[judged.verdicts[row] ?? 0] ?? "short";
  switch (condition.kind) {
    case "all":
    case "any":
      return { kind: condition.kind, verdict, of: checkEach(condition.of, judged.of, columns, row) };
    case "atLeast":
      return { kind: "atLeast", verdict, count: condition.count, of: checkEach(condition.of, judged.of, columns, row) };
    case "not":
      return { kind: "not", verdict, of: checkEach([condition.condition], judged.of, columns, row) };
    case "score":
    case "node":
    case "metric":
      return checkComparison(condition, verdict, columns, row);
    case "leavesAbove": {
      const node = columns.tree.find(condition.node);
      const keys = node === null ? [] : leavesOf(node).map(({ source }) => source.key);
      const failing = keys.filter((key) => !(pointsOf(key, columns, row) > condition.above));
      return { kind: "leavesAbove", subject: condition.node, verdict, need: condition.above, failing };
    }
    case "attribute": {
      const { attribute, op, values } = condition;
      return { kind: "attribute", subject: attribute, op, verdict, have: columns.table.attribute(row, attribute), values };
    }
  }
}

function checkEach(conditions: readonly Condition[], judged: readonly JudgedCondition[], columns: ScoreColumns, row: number): Check[] {
  return conditions.flatMap((condition, place) => {
    const child = judged[place];
    return child === undefined ? [] : checkCondition(condition, child, columns, row);
  });
}

function checkComparison(condition: Compared, verdict: Verdict, columns: ScoreColumns, row: number): Check {
  const { kind } = condition;
  const op = kind === "metric" ? condition.op : ">=";
  const need = kind === "metric" ? condition.value : condition.atLeast;
  const have = haveOf(condition, columns, row);
  const gap = verdict === "met" ? 0 : verdict === "short" ? shortfall(op, have, need) : null;
  return { kind, subject: subjectOf(condition), op, verdict, have: verdict === "no_data" ? null : have, need, gap };
}

function subjectOf(condition: Compared): string {
  return condition.kind === "score" ? "score" : condition.kind === "node" ? condition.node : condition.metric;
}

function haveOf(condition: Compared, columns: ScoreColumns, row: number): number {
  switch (condition.kind) {
    case "score":
      return columns.score[row] ?? Number.NaN;
    case "node":
      return pointsOf(condition.node, columns, row);
    case "metric":
      return columns.table.column(condition.metric)[row] ?? Number.NaN;
  }
}

function pointsOf(key: string, columns: ScoreColumns, row: number): number {
  const node = columns.tree.find(key);
  return node === null ? Number.NaN : roundPoints(columnAt(columns.nodes, node).points[row], columns.decimals);
}
