import type { Group, Program, ScoreNode } from "../../../lib/domain/define/program";
import { groupsOf, mapNodes, nodesOf, winRate, withChild, withNode, withNodeIn, withoutNode } from "./full-program";

/** Draws a whole number from 0 up to and without `below`. */
export type Draw = (below: number) => number;

/** One edit of a program; `writes` names what it changes and `reads` what it needs, "node:fit" meaning all that is said of it. */
export type Edit = { readonly apply: (program: Program) => Program; readonly writes: readonly string[]; readonly reads: readonly string[] };

/** Whether neither edit touches what the other writes. */
export function areDisjoint(a: Edit, b: Edit): boolean {
  const touch = (writes: readonly string[], touched: readonly string[]) =>
    writes.some((one) => touched.some((other) => one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`)));
  return !touch(a.writes, [...b.writes, ...b.reads]) && !touch(b.writes, a.reads);
}

/** `amount` is drawn once, so that an edit is the same whatever it is applied to. */
type Kind = (program: Program, draw: Draw, amount: number) => Edit | null;

/** An edit that a person makes in one step; null where a program offers none of its kind. */
export function anyEdit(program: Program, draw: Draw): Edit | null {
  return pick(KINDS, draw)?.(program, draw, draw(50)) ?? null;
}

function pick<Value>(values: readonly Value[], draw: Draw): Value | undefined {
  return values.length === 0 ? undefined : values[draw(values.length)];
}

function edit(apply: Edit["apply"], writes: readonly string[], reads: readonly string[] = []): Edit {
  return { apply, writes, reads };
}

type Spare = { readonly leaf: ScoreNode; readonly group: Group };

/** Leaves that can go without leaving their group empty, even if another one goes too. */
function spareLeaves(score: ScoreNode): readonly Spare[] {
  return groupsOf(score).flatMap((group) =>
    group.children.length > 2 ? group.children.flatMap((leaf) => (leaf.kind === "criterion" ? [{ leaf, group }] : [])) : [],
  );
}

function leftBy({ leaf, group }: Spare): readonly string[] {
  return endLeft(group.key, group.children, leaf.key);
}

/** What taking a thing out of a list writes of its end: where it was the last, whether it comes before what is put there is anybody's guess. */
function endLeft(list: string, keys: readonly { readonly key: string }[], key: string): readonly string[] {
  return keys.at(-1)?.key === key ? [endOf(list)] : [];
}

function endOf(list: string): string {
  return `end:${list}`;
}

const KINDS: readonly Kind[] = [
  ({ score }, draw, amount) => {
    const node = pick(nodesOf(score), draw);
    return node ? edit((p) => withNode(p, node.key, { weight: 1000 + amount }), [`node:${node.key}.weight`]) : null;
  },
  ({ score }, draw, amount) => {
    const node = pick(nodesOf(score), draw);
    return node ? edit((p) => withNode(p, node.key, { name: `Name ${amount}` }), [`node:${node.key}.name`]) : null;
  },
  ({ score }, draw, amount) => {
    const leaf = pick(
      nodesOf(score).filter(({ kind }) => kind === "criterion"),
      draw,
    );
    return leaf
      ? edit((p) => withNode(p, leaf.key, { curve: { kind: "perUnit", points: 7 + amount, cap: 100 } }), [`node:${leaf.key}.rule.curve`])
      : null;
  },
  ({ score }, draw, amount) => {
    const group = pick(groupsOf(score), draw);
    return group
      ? edit((p) => withNode(p, group.key, { gate: { requires: { kind: "score", atLeast: amount } } }), [`node:${group.key}.rule.gate`])
      : null;
  },
  ({ score }, draw, amount) => {
    const leaf = pick(
      nodesOf(score).filter(({ kind }) => kind === "criterion"),
      draw,
    );
    const child = { ...winRate, key: `below_${amount}` };
    if (leaf === undefined) return null;
    const group: ScoreNode = { kind: "group", key: leaf.key, name: leaf.name, weight: leaf.weight, combine: "max", children: [child] };
    const apply = (p: Program) => ({
      ...p,
      score: mapNodes(p.score, (node) => (node.key === leaf.key ? { ...group, name: node.name, weight: node.weight } : node)),
    });
    return edit(apply, [`node:${leaf.key}.rule`, `node:${child.key}`]);
  },
  ({ score }, draw, amount) => {
    const group = pick(groupsOf(score), draw);
    const key = `added_${amount}`;
    const writes = [`node:${key}`, `node:${group?.key}.children.${key}`];
    return group ? edit((p) => withChild(p, group.key, { ...winRate, key }), writes, [endOf(group.key)]) : null;
  },
  ({ score }, draw) => {
    const spare = pick(spareLeaves(score), draw);
    // Of two that leave one group the second could be its last.
    if (spare === undefined) return null;
    return edit((p) => withoutNode(p, spare.leaf.key), [`node:${spare.leaf.key}`, `leaving:${spare.group.key}`, ...leftBy(spare)]);
  },
  ({ score }, draw) => {
    const spare = pick(spareLeaves(score), draw);
    const target = pick(
      groupsOf(score).filter(({ key }) => key !== spare?.group.key),
      draw,
    );
    if (spare === undefined || target === undefined) return null;
    return edit(
      (p) => withNodeIn(p, spare.leaf.key, target.key),
      [`node:${spare.leaf.key}.place`, `leaving:${spare.group.key}`, ...leftBy(spare)],
      [`node:${target.key}.rule.kind`, endOf(target.key)],
    );
  },
  ({ tiers }, draw, amount) => {
    const tier = pick(tiers, draw);
    const requires = { kind: "score" as const, atLeast: 200 + amount };
    return tier
      ? edit((p) => ({ ...p, tiers: p.tiers.map((one) => (one.key === tier.key ? { ...one, requires } : one)) }), [`tier:${tier.key}.requires`])
      : null;
  },
  (_program, _draw, amount) => {
    const key = `added_${amount}`;
    return edit(
      (p) => ({ ...p, tiers: [...p.tiers, { key, name: key, requires: { kind: "score", atLeast: 1 } }] }),
      [`tier:${key}`],
      ["order:tiers", endOf("tiers")],
    );
  },
  ({ tiers }, draw) => {
    const tier = pick(tiers.slice(2), draw);
    if (tier === undefined) return null;
    const writes = [`tier:${tier.key}`, ...endLeft("tiers", tiers, tier.key)];
    return edit((p) => ({ ...p, tiers: p.tiers.filter(({ key }) => key !== tier.key) }), writes, ["order:tiers"]);
  },
  () => edit((p) => ({ ...p, tiers: p.tiers.toReversed() }), ["order:tiers"]),
  ({ metrics }, draw, amount) => {
    const metric = pick(metrics, draw);
    const source = {
      kind: "observation" as const,
      metric: "x",
      aggregate: "sum" as const,
      window: { kind: "trailingMonths" as const, months: 30 + amount },
    };
    return metric
      ? edit((p) => ({ ...p, metrics: p.metrics.map((one) => (one.key === metric.key ? { ...one, source } : one)) }), [`metric:${metric.key}.source`])
      : null;
  },
  ({ metrics }, draw) => {
    const metric = pick(metrics.slice(2), draw);
    return metric ? edit((p) => ({ ...p, metrics: p.metrics.filter(({ key }) => key !== metric.key) }), [`metric:${metric.key}`]) : null;
  },
  (_program, draw, amount) => {
    const currency = pick(["CAD", "CHF", "JPY", "SEK"], draw) ?? "CAD";
    const rate = 2 + amount;
    return edit((p) => ({ ...p, exchangeRates: [...p.exchangeRates, { currency, rate }] }), [`rate:${currency}`]);
  },
  ({ entitlements }, draw, amount) => {
    const tier = pick(Object.keys(entitlements?.grants ?? {}), draw);
    const benefit = pick(entitlements?.benefits ?? [], draw)?.key;
    if (tier === undefined || benefit === undefined) return null;
    const grant = 900 + amount;
    const apply = (p: Program): Program => {
      if (p.entitlements === undefined) return p;
      const { benefits, grants } = p.entitlements;
      return { ...p, entitlements: { benefits, grants: { ...grants, [tier]: { ...grants[tier], [benefit]: grant } } } };
    };
    return edit(apply, [`grants:${tier}.${benefit}`]);
  },
  ({ effort = [] }, draw, amount) => {
    const one = pick(effort, draw);
    return one
      ? edit(
          (p) => ({ ...p, effort: p.effort?.map((each) => (each.metric === one.metric ? { ...each, effort: 70 + amount } : each)) }),
          [`effort:${one.metric}`],
        )
      : null;
  },
  (_program, _draw, amount) => edit((p) => ({ ...p, movement: { ...p.movement, graceReviews: 3 + (amount % 5) } }), ["movement.graceReviews"]),
  (_program, _draw, amount) => edit((p) => ({ ...p, movement: { ...p.movement, holdMargin: 3 + (amount % 5) } }), ["movement.holdMargin"]),
  (_program, _draw, amount) => edit((p) => ({ ...p, name: `Program ${amount}` }), ["program.name"]),
  (_program, _draw, amount) => edit((p) => ({ ...p, scoreDecimals: 2 + (amount % 3) }), ["program.scoreDecimals"]),
  ({ coverage }) => {
    if (coverage === undefined) return null;
    const apply = ({ coverage: _dropped, ...p }: Program): Program => p;
    return edit(apply, ["coverage"]);
  },
  (_program, _draw, amount) =>
    edit((p) => (p.coverage ? { ...p, coverage: { ...p.coverage, trailingMonths: 20 + amount } } : p), ["coverage.trailingMonths"]),
];
