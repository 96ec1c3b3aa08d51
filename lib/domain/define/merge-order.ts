import { same } from "./program-outline";
import { eachWay, type ThreeWay } from "./three-way";

/** The order of one list, and whether both sides had changed it, each in its own way. */
export type MergedOrder = { readonly order: readonly string[]; readonly isContested: boolean };

/**
 * The order of the ids that a merged list holds, from their order on each side; each of them stands on mine, on theirs or on both. Those
 * on both sides keep the order of the side that changed it, mine when both did. Each of the others comes after the nearest of those that it
 * follows on its own side; of several that come after the same one, those of each side stay together, the alphabet saying which come first.
 */
export function mergeOrder(orders: ThreeWay<readonly string[]>): MergedOrder {
  const { order: common, isContested } = mergeCommon(orders);
  const additions = [runsBehind(orders.mine, common), runsBehind(orders.theirs, common)];
  const behind = (id: string | null) =>
    additions
      .map((runs) => runs.get(id) ?? [])
      .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1))
      .flat();
  return { order: [...behind(null), ...common.flatMap((id) => [id, ...behind(id)])], isContested };
}

function mergeCommon(orders: ThreeWay<readonly string[]>): MergedOrder {
  const isOnBoth = (id: string) => orders.mine.includes(id) && orders.theirs.includes(id);
  const { base, mine, theirs } = eachWay(orders, (order) => order.filter(isOnBoth));
  if (same(mine, theirs)) return { order: mine, isContested: false };
  const [isMovedByMe, isMovedByThem] = [mine, theirs].map(
    (order) =>
      !same(
        order.filter((id) => base.includes(id)),
        base,
      ),
  );
  return { order: isMovedByThem && !isMovedByMe ? theirs : mine, isContested: isMovedByMe === isMovedByThem };
}

/** What a list holds between those that are on both sides, by the one before; null for what comes first. */
function runsBehind(list: readonly string[], common: readonly string[]): ReadonlyMap<string | null, readonly string[]> {
  const runs = new Map<string | null, string[]>();
  let last: string | null = null;
  for (const id of list) {
    if (common.includes(id)) last = id;
    else runs.set(last, [...(runs.get(last) ?? []), id]);
  }
  return runs;
}
