import { comparable, type Item, type Outline, type Statements, statementNames } from "./program-outline";
import { chosen, eachWay, type ThreeWay } from "./three-way";

/** The three versions of one thing; undefined where it is not there. */
export type ItemVersions = ThreeWay<Item | undefined>;

export function itemVersions(id: string, sides: ThreeWay<Outline>): ItemVersions {
  return eachWay(sides, (outline) => outline.get(id));
}

/** A statement of a thing, its three versions, and what is kept of them; undefined where it is not stated. */
export type MergedStatement = { readonly name: string; readonly versions: ThreeWay<unknown>; readonly kept: unknown };

/** `isMyKind`: of a node that is a criterion on one side and a group on the other, it is mine that stays. */
export function mergeStatements({ base, mine, theirs }: ItemVersions, isMyKind: boolean): readonly MergedStatement[] {
  if (mine === undefined || theirs === undefined) {
    const only = (mine ?? theirs)?.statements ?? {};
    return Object.entries(only).map(([name, kept]) => ({ name, versions: { base: kept, mine: kept, theirs: kept }, kept }));
  }
  const [inMine = {}, inTheirs = {}, inBase] = comparable(base === undefined ? [mine, theirs] : [mine, theirs, base]);
  return statementNames([inMine, inTheirs, inBase]).map((name) => {
    const versions = { base: inBase?.[name], mine: inMine[name], theirs: inTheirs[name] };
    return { name, versions, kept: isMyKind && name === "kind" ? versions.mine : chosen(versions) };
  });
}

export function keptStatements(merged: readonly MergedStatement[]): Statements {
  const stated = merged.filter(({ kept }) => kept !== undefined);
  const { kind, ...others } = Object.fromEntries(stated.map(({ name, kept }) => [name, kept]));
  return kind === undefined ? others : { ...others, ...(isWholeRule(kind) ? kind : { kind }) };
}

/** The rule of a node whose versions are not of one kind (`comparable`). */
function isWholeRule(kind: unknown): kind is Statements {
  return typeof kind === "object" && kind !== null;
}
