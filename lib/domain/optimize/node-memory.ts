import type { Program } from "../define/program";
import type { ScoreTree, TreeNode } from "../define/score-tree";
import type { MetricTable } from "../score/metric-table";
import type { KnownColumns, NodeColumn } from "../score/node-columns";
import type { Population } from "../score/population";
import { emptyColumn, scoreCriterion, scoreGroup } from "../score/score-columns";
import { canonicalJson } from "../shared/canonical-json";

/**
 * What criteria and groups make of a population, before their own gates, remembered from one trial of rules to the next: most edits leave
 * most of them as they are. A group above a gate is not remembered, since a gate may look anywhere. It forgets what the last trial did
 * not use.
 */
export function nodeMemory({ readings }: Population): (program: Program, tree: ScoreTree) => readonly KnownColumns[] {
  let known = new Map<string, Known>();
  let made = 0;
  return (program, { nodes }) => {
    const used = new Map<string, Known>();
    const numbers: (number | null)[] = nodes.map(() => null);
    const columns = readings.map((): (NodeColumn | null)[] => nodes.map(() => null));
    for (const node of nodes.toReversed()) {
      const content = contentOf(node, program, numbers);
      if (content === null) continue;
      const make = (): Known => ({
        number: made++,
        byReading: readings.map(({ table }, reading) => scored(node, program, table, columns[reading] ?? [])),
      });
      const own = known.get(content) ?? used.get(content) ?? make();
      used.set(content, own);
      numbers[node.index] = own.number;
      columns.forEach((byNode, reading) => {
        byNode[node.index] = own.byReading[reading] ?? null;
      });
    }
    known = used;
    return columns;
  };
}

/** `number`: its own, by which the groups above name it. */
type Known = { readonly number: number; readonly byReading: readonly NodeColumn[] };

function scored(node: TreeNode, program: Program, table: MetricTable, known: KnownColumns): NodeColumn {
  if (node.source.kind === "criterion") return scoreCriterion(node.source, program, table);
  const column = emptyColumn(table.size);
  scoreGroup(node.source, node, (child) => columnOf(known, child), column);
  return column;
}

function columnOf(known: KnownColumns, { index, source }: TreeNode): NodeColumn {
  const column = known[index];
  if (column == null) throw new RangeError(`node "${source.key}" is not known`);
  return column;
}

/** All that the points of a node depend on, but its own gates; null where something of it is not remembered. */
function contentOf({ source, children }: TreeNode, { metrics }: Program, numbers: readonly (number | null)[]): string | null {
  if (source.kind === "criterion") {
    const { metric, curve, missing } = source;
    return canonicalJson({ metric, curve, missing, betterWhen: metrics.find(({ key }) => key === metric)?.betterWhen ?? null });
  }
  const parts = children.map((child) => ({ weight: child.weight, number: child.gates.length > 0 ? null : (numbers[child.index] ?? null) }));
  if (parts.some(({ number }) => number === null)) return null;
  return canonicalJson({ combine: source.combine, cap: source.cap ?? null, parts });
}
