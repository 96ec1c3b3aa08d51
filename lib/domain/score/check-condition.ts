import type { Comparison, Condition } from "../define/program";
import { leavesOf } from "../define/score-tree";
import { roundHalfAway } from "../shared/round";
import type { Check, Verdict } from "./decision";
import { columnAt, roundPoints, type ScoreColumns } from "./node-columns";

/** A condition bound to the columns it reads. `row` is a partner's place in the table. */
export type CompiledCondition = {
  /** `margin`: points by which a score requirement may be missed, its edge excluded; 0 for none. */
  readonly verdict: (row: number, margin: number) => Verdict;
  readonly check: (row: number) => Check;
};

/**
 * Node and score conditions compare the rounded points; a node without points, a metric without data and an attribute that is
 * missing give `no_data`, and so does a node or metric that the program does not have.
 */
export function compileCondition(condition: Condition, columns: ScoreColumns): CompiledCondition {
  switch (condition.kind) {
    case "all":
    case "any":
      return compileGroup(condition.kind, condition.of, undefined, columns);
    case "atLeast":
      return compileGroup("atLeast", condition.of, condition.count, columns);
    case "not":
      return compileNot(condition.condition, columns);
    case "score":
      return compileScore(condition.atLeast, columns);
    case "node":
      return compileComparison("node", condition.node, ">=", condition.atLeast, nodeReader(condition.node, columns));
    case "metric": {
      const column = columns.table.column(condition.metric);
      return compileComparison("metric", condition.metric, condition.op, condition.value, (row) => column[row] ?? Number.NaN);
    }
    case "leavesAbove":
      return compileLeavesAbove(condition.node, condition.above, columns);
    case "attribute":
      return compileAttribute(condition, columns);
  }
}

/** Kleene's three values: unknown children matter only when they could turn the verdict. */
export function verdictOfGroup(kind: "all" | "any" | "atLeast", count: number | undefined, of: readonly Verdict[]): Verdict {
  const needed = kind === "all" ? of.length : kind === "any" ? 1 : (count ?? 1);
  let met = 0;
  let unknown = 0;
  for (const verdict of of) {
    if (verdict === "met") met += 1;
    else if (verdict === "no_data") unknown += 1;
  }
  if (met >= needed) return "met";
  return met + unknown >= needed ? "no_data" : "short";
}

function compileGroup(
  kind: "all" | "any" | "atLeast",
  of: readonly Condition[],
  count: number | undefined,
  columns: ScoreColumns,
): CompiledCondition {
  const children = of.map((child) => compileCondition(child, columns));
  const verdict = (row: number, margin: number) =>
    verdictOfGroup(
      kind,
      count,
      children.map((child) => child.verdict(row, margin)),
    );
  return {
    verdict,
    check: (row) => ({
      kind,
      verdict: verdict(row, 0),
      ...(count === undefined ? {} : { count }),
      of: children.map((child) => child.check(row)),
    }),
  };
}

function compileNot(condition: Condition, columns: ScoreColumns): CompiledCondition {
  const inner = compileCondition(condition, columns);
  // A margin eases requirements; under a negation it would tighten them, so it stops here.
  const verdict = (row: number) => negate(inner.verdict(row, 0));
  return { verdict, check: (row) => ({ kind: "not", verdict: verdict(row), of: [inner.check(row)] }) };
}

function negate(verdict: Verdict): Verdict {
  return verdict === "met" ? "short" : verdict === "short" ? "met" : "no_data";
}

function compileScore(atLeast: number, columns: ScoreColumns): CompiledCondition {
  const { score } = columns;
  const strict = compileComparison("score", "score", ">=", atLeast, (row) => score[row] ?? Number.NaN);
  return {
    verdict: (row, margin) => (margin > 0 && shortfall(">=", score[row] ?? Number.NaN, atLeast) < margin ? "met" : strict.verdict(row, margin)),
    check: strict.check,
  };
}

function nodeReader(key: string, columns: ScoreColumns): (row: number) => number {
  const node = columns.tree.find(key);
  if (node === null) return () => Number.NaN;
  const { points } = columnAt(columns.nodes, node);
  return (row) => roundPoints(points[row], columns.decimals);
}

function compileComparison(
  kind: "score" | "node" | "metric",
  subject: string,
  op: Comparison,
  need: number,
  read: (row: number) => number,
): CompiledCondition {
  const verdictFor = (have: number): Verdict => (Number.isNaN(have) ? "no_data" : compare(op, have, need) ? "met" : "short");
  return {
    verdict: (row) => verdictFor(read(row)),
    check: (row) => {
      const have = read(row);
      const verdict = verdictFor(have);
      const gap = verdict === "met" ? 0 : verdict === "short" ? shortfall(op, have, need) : null;
      return { kind, subject, op, verdict, have: verdict === "no_data" ? null : have, need, gap };
    },
  };
}

function compare(op: Comparison, have: number, need: number): boolean {
  switch (op) {
    case ">=":
      return have >= need;
    case ">":
      return have > need;
    case "<=":
      return have <= need;
    case "<":
      return have < need;
    case "=":
      return have === need;
  }
}

/** Enough for any unit; takes the binary noise out of a difference such as 0.3 - 0.1. */
const GAP_DECIMALS = 9;

/** How far `have` is from `need` on the wrong side, NaN without data; unrounded when rounding would hide it. */
function shortfall(op: Comparison, have: number, need: number): number {
  const exact = op === "=" ? Math.abs(need - have) : op === ">=" || op === ">" ? need - have : have - need;
  return Number.isNaN(exact) ? exact : roundHalfAway(exact, GAP_DECIMALS) || exact;
}

function compileLeavesAbove(key: string, above: number, columns: ScoreColumns): CompiledCondition {
  const node = columns.tree.find(key);
  const leaves = node === null ? [] : leavesOf(node).map(({ source }) => ({ key: source.key, read: nodeReader(source.key, columns) }));
  const verdictFor = (points: readonly number[]): Verdict => {
    if (points.some((p) => p <= above)) return "short";
    return points.length === 0 || points.some(Number.isNaN) ? "no_data" : "met";
  };
  return {
    verdict: (row) => verdictFor(leaves.map(({ read }) => read(row))),
    check: (row) => ({
      kind: "leavesAbove",
      subject: key,
      verdict: verdictFor(leaves.map(({ read }) => read(row))),
      need: above,
      failing: leaves.filter(({ read }) => !(read(row) > above)).map((leaf) => leaf.key),
    }),
  };
}

function compileAttribute(condition: Extract<Condition, { kind: "attribute" }>, columns: ScoreColumns): CompiledCondition {
  const { attribute, op, values } = condition;
  const allowed = new Set(values);
  const verdictFor = (have: string | number | boolean | null): Verdict => {
    if (have === null) return "no_data";
    return allowed.has(have) === (op === "in") ? "met" : "short";
  };
  return {
    verdict: (row) => verdictFor(columns.table.attribute(row, attribute)),
    check: (row) => {
      const have = columns.table.attribute(row, attribute);
      return { kind: "attribute", subject: attribute, op, verdict: verdictFor(have), have, values };
    },
  };
}
