import type { Comparison, Condition } from "../define/program";
import { leavesOf } from "../define/score-tree";
import { roundHalfAway } from "../shared/round";
import type { Verdict } from "./decision";
import { columnAt, roundPoints, type ScoreColumns } from "./node-columns";

/** Verdicts as columns hold them, in the order of Kleene's logic: unknown lies between short and met. */
export const VERDICTS = ["short", "no_data", "met"] as const satisfies readonly Verdict[];
export const [SHORT, NO_DATA, MET] = [0, 1, 2] as const;

/** A condition judged for every partner: an index into VERDICTS by row, and those of the conditions that it is made of. */
export type JudgedCondition = { readonly verdicts: Uint8Array; readonly of: readonly JudgedCondition[] };

/**
 * Node and score conditions compare the rounded points; a node without points, a metric without data and an attribute that is
 * missing give `no_data`, and so does a node or metric that the program does not have. `margin`: points by which a score requirement
 * may be missed, its edge excluded; 0 for none.
 */
export function judgeCondition(condition: Condition, columns: ScoreColumns, margin = 0): JudgedCondition {
  const size = columns.score.length;
  switch (condition.kind) {
    case "all":
    case "any":
    case "atLeast": {
      const of = condition.of.map((child) => judgeCondition(child, columns, margin));
      const needed = condition.kind === "atLeast" ? condition.count : condition.kind === "any" ? 1 : of.length;
      return { verdicts: countVerdicts(needed, of, size), of };
    }
    case "not": {
      // A margin eases requirements; under a negation it would tighten them, so it stops here.
      const inner = judgeCondition(condition.condition, columns, 0);
      return { verdicts: inner.verdicts.map((verdict) => MET - verdict), of: [inner] };
    }
    case "score":
      return leaf(compareColumn(columns.score, ">=", condition.atLeast, margin));
    case "node":
      return leaf(compareColumn(roundedPoints(condition.node, columns), ">=", condition.atLeast, 0));
    case "metric":
      return leaf(compareColumn(columns.table.column(condition.metric), condition.op, condition.value, 0));
    case "leavesAbove":
      return leaf(judgeLeaves(condition.node, condition.above, columns));
    case "attribute":
      return leaf(judgeAttribute(condition, columns));
  }
}

function leaf(verdicts: Uint8Array): JudgedCondition {
  return { verdicts, of: [] };
}

/** Of at most 255 conditions. Met when `needed` are met; unknown when the unknown ones could make up what lacks; short otherwise. */
export function countVerdicts(needed: number, of: readonly Pick<JudgedCondition, "verdicts">[], size: number): Uint8Array {
  if (needed === of.length) return lowestVerdicts(of, size);
  if (needed === 1) return highestVerdicts(of, size);
  const met = new Uint8Array(size);
  const notShort = new Uint8Array(size);
  for (const { verdicts } of of) {
    for (let row = 0; row < size; row++) {
      const verdict = verdicts[row];
      if (verdict === MET) met[row] = (met[row] ?? 0) + 1;
      if (verdict !== SHORT) notShort[row] = (notShort[row] ?? 0) + 1;
    }
  }
  const counted = new Uint8Array(size);
  for (let row = 0; row < size; row++) {
    counted[row] = (met[row] ?? 0) >= needed ? MET : (notShort[row] ?? 0) >= needed ? NO_DATA : SHORT;
  }
  return counted;
}

/** All of them, in Kleene's logic: met when there is none. */
function lowestVerdicts(of: readonly Pick<JudgedCondition, "verdicts">[], size: number): Uint8Array {
  const lowest = new Uint8Array(size).fill(MET);
  for (const { verdicts } of of) for (let row = 0; row < size; row++) lowest[row] = Math.min(lowest[row] ?? MET, verdicts[row] ?? SHORT);
  return lowest;
}

/** Any of them. */
function highestVerdicts(of: readonly Pick<JudgedCondition, "verdicts">[], size: number): Uint8Array {
  const highest = new Uint8Array(size);
  for (const { verdicts } of of) for (let row = 0; row < size; row++) highest[row] = Math.max(highest[row] ?? SHORT, verdicts[row] ?? SHORT);
  return highest;
}

function compareColumn(values: Float64Array, op: Comparison, need: number, margin: number): Uint8Array {
  const verdicts = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row++) verdicts[row] = compare(op, values[row] ?? Number.NaN, need);
  if (margin > 0) {
    for (let row = 0; row < values.length; row++) {
      if (verdicts[row] === SHORT && shortfall(op, values[row] ?? Number.NaN, need) < margin) verdicts[row] = MET;
    }
  }
  return verdicts;
}

/** NaN, no data, compares with nothing. */
function compare(op: Comparison, have: number, need: number): number {
  switch (op) {
    case ">=":
      return have >= need ? MET : have < need ? SHORT : NO_DATA;
    case ">":
      return have > need ? MET : have <= need ? SHORT : NO_DATA;
    case "<=":
      return have <= need ? MET : have > need ? SHORT : NO_DATA;
    case "<":
      return have < need ? MET : have >= need ? SHORT : NO_DATA;
    case "=":
      return have === need ? MET : Number.isNaN(have) ? NO_DATA : SHORT;
  }
}

/** Enough for any unit; takes the binary noise out of a difference such as 0.3 - 0.1. */
const GAP_DECIMALS = 9;

/** How far `have` is from `need` on the wrong side; unrounded when rounding would hide it. */
export function shortfall(op: Comparison, have: number, need: number): number {
  const exact = op === "=" ? Math.abs(need - have) : op === ">=" || op === ">" ? need - have : have - need;
  return roundHalfAway(exact, GAP_DECIMALS) || exact;
}

function roundedPoints(key: string, columns: ScoreColumns): Float64Array {
  const node = columns.tree.find(key);
  const rounded = new Float64Array(columns.score.length).fill(Number.NaN);
  if (node === null) return rounded;
  const { points } = columnAt(columns.nodes, node);
  for (let row = 0; row < rounded.length; row++) rounded[row] = roundPoints(points[row], columns.decimals);
  return rounded;
}

function judgeLeaves(key: string, above: number, columns: ScoreColumns): Uint8Array {
  const node = columns.tree.find(key);
  const leaves = node === null ? [] : leavesOf(node).map(({ source }) => roundedPoints(source.key, columns));
  const verdicts = new Uint8Array(columns.score.length).fill(leaves.length === 0 ? NO_DATA : MET);
  for (const points of leaves) {
    for (let row = 0; row < verdicts.length; row++) {
      const leafPoints = points[row] ?? Number.NaN;
      if (leafPoints <= above) verdicts[row] = SHORT;
      else if (Number.isNaN(leafPoints) && verdicts[row] === MET) verdicts[row] = NO_DATA;
    }
  }
  return verdicts;
}

function judgeAttribute({ attribute, op, values }: Extract<Condition, { kind: "attribute" }>, { table, score }: ScoreColumns): Uint8Array {
  const allowed = new Set(values);
  return Uint8Array.from(score, (_, row) => {
    const have = table.attribute(row, attribute);
    if (have === null) return NO_DATA;
    return allowed.has(have) === (op === "in") ? MET : SHORT;
  });
}
