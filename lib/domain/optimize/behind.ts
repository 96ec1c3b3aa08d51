import type { Condition, Program, ScoreNode } from "../define/program";
import type { MovementCode } from "../score/decision";
import { type JudgedCondition, judgeCondition, MET, NO_DATA } from "../score/judge-condition";
import { columnAt, type ScoreColumns } from "../score/node-columns";
import type { EvaluatedRun } from "../score/run-decision";
import { ln } from "../shared/natural-log";
import { type Distribution, distribution, extentOf } from "./distribution";

/** A scale on which values are counted: a stretch of it is as wide as another, by logarithm on `log`. */
export type Scale = { readonly from: number; readonly until: number; readonly kind: "linear" | "log" };

/** What of today's partners somebody who edits a rule wants to see behind it. */
export type BehindQuery =
  | { readonly kind: "score" }
  /** `scale` null: whatever holds all values. */
  | { readonly kind: "metric"; readonly metric: string; readonly scale: Scale | null }
  /** Of a group, with whom its gate lets through. */
  | { readonly kind: "group"; readonly node: string }
  | { readonly kind: "tier"; readonly tier: string }
  | { readonly kind: "movement" };

export type Values = Distribution & {
  readonly scale: Scale["kind"];
  /** The lowest and the highest value; null without data. */
  readonly extent: readonly [number, number] | null;
};

/** How many partners meet a condition, are short of it, and lack the data; and the same of what it is made of. */
export type ConditionCounts = { readonly met: number; readonly short: number; readonly noData: number; readonly of: readonly ConditionCounts[] };

export type Behind =
  | { readonly kind: "values"; readonly values: Values }
  /** `gate` null: it has none. */
  | { readonly kind: "group"; readonly points: Values; readonly gate: ConditionCounts | null }
  | { readonly kind: "condition"; readonly counts: ConditionCounts; readonly score: Values }
  | { readonly kind: "movement"; readonly codes: Readonly<Partial<Record<MovementCode, number>>> };

const STRETCHES = 50;
const POINTS: Scale = { from: 0, until: 100, kind: "linear" };

/** Null where the program has no such thing. */
export function behind(query: BehindQuery, program: Program, run: EvaluatedRun): Behind | null {
  switch (query.kind) {
    case "score":
      return { kind: "values", values: valuesOn(POINTS, run.score) };
    case "metric":
      return {
        kind: "values",
        values: valuesOn(
          query.scale,
          bestValues(run, ({ table }) => table.column(query.metric)),
        ),
      };
    case "group":
      return groupBehind(query.node, program, run);
    case "tier": {
      const requires = program.tiers.find(({ key }) => key === query.tier)?.requires;
      return requires == null ? null : { kind: "condition", counts: conditionCounts(requires, run), score: valuesOn(POINTS, run.score) };
    }
    case "movement":
      return { kind: "movement", codes: movementCodes(run) };
  }
}

function groupBehind(key: string, { score }: Program, run: EvaluatedRun): Behind | null {
  if (run.score.length === 0 || run.columns(0).tree.find(key) === null) return null;
  const points = bestValues(run, (columns) => pointsOf(columns, key));
  const gate = gateOf(score, key);
  return { kind: "group", points: valuesOn(POINTS, points), gate: gate === undefined ? null : conditionCounts(gate, run) };
}

function pointsOf(columns: ScoreColumns, key: string): Float64Array {
  const node = columns.tree.find(key);
  return node === null ? new Float64Array(columns.score.length).fill(Number.NaN) : columnAt(columns.nodes, node).points;
}

/** One value of each partner, of the reading that counts for it. */
function bestValues({ score, columns, reading }: EvaluatedRun, of: (columns: ScoreColumns) => Float64Array): Float64Array {
  if (score.length === 0) return score;
  if (reading === undefined) return of(columns(0));
  const known = new Map<ScoreColumns, Float64Array>();
  return score.map((_, row) => {
    const own = columns(row);
    const values = known.get(own) ?? of(own);
    known.set(own, values);
    return values[row] ?? Number.NaN;
  });
}

function valuesOn(scale: Scale | null, values: Float64Array): Values {
  const extent = extentOf(values);
  const { from, until, kind } = scale ?? { from: extent?.[0] ?? 0, until: extent?.[1] ?? 0, kind: "linear" };
  const placed =
    kind === "log" ? distribution(values.map(logOf), logOf(from), logOf(until), STRETCHES) : distribution(values, from, until, STRETCHES);
  return { ...placed, from, to: until, scale: kind, extent };
}

/** What lies at or below zero has no logarithm: it counts at the lower end. */
function logOf(value: number): number {
  return value > 0 ? ln(value) : Number.isNaN(value) ? value : Number.NEGATIVE_INFINITY;
}

function conditionCounts(condition: Condition, run: EvaluatedRun): ConditionCounts {
  const judged = new Map<ScoreColumns, JudgedCondition>();
  for (let row = 0; row < run.score.length; row++) {
    const columns = run.columns(row);
    if (!judged.has(columns)) judged.set(columns, judgeCondition(condition, columns));
  }
  const at = (row: number) => judged.get(run.columns(row));
  return countsOf(condition, run.score.length, at);
}

function countsOf(condition: Condition, size: number, at: (row: number) => JudgedCondition | undefined): ConditionCounts {
  let [met, noData] = [0, 0];
  for (let row = 0; row < size; row++) {
    const verdict = at(row)?.verdicts[row];
    if (verdict === MET) met += 1;
    if (verdict === NO_DATA) noData += 1;
  }
  const parts = "of" in condition ? condition.of : condition.kind === "not" ? [condition.condition] : [];
  return { met, noData, short: size - met - noData, of: parts.map((part, place) => countsOf(part, size, (row) => at(row)?.of[place])) };
}

function movementCodes({ score, decisions }: EvaluatedRun): Partial<Record<MovementCode, number>> {
  const codes: Partial<Record<MovementCode, number>> = {};
  for (let row = 0; row < score.length; row++) {
    const { code } = decisions.movement(row);
    codes[code] = (codes[code] ?? 0) + 1;
  }
  return codes;
}

function gateOf(node: ScoreNode, key: string): Condition | undefined {
  if (node.kind === "criterion") return undefined;
  if (node.key === key) return node.gate?.requires;
  for (const child of node.children) {
    const found = gateOf(child, key);
    if (found !== undefined) return found;
  }
  return undefined;
}
