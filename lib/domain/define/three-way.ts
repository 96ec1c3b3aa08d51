import { same } from "./program-outline";

/** One value on each of three sides: what two people began with, and what each made of it. */
export type ThreeWay<Value> = { readonly base: Value; readonly mine: Value; readonly theirs: Value };

export function eachWay<Value, Result>({ base, mine, theirs }: ThreeWay<Value>, map: (value: Value) => Result): ThreeWay<Result> {
  return { base: map(base), mine: map(mine), theirs: map(theirs) };
}

/** A change of one side is taken; of two different ones mine. */
export function chosen<Value>({ base, mine, theirs }: ThreeWay<Value>): Value {
  return same(mine, base) ? theirs : mine;
}

/** Whether somebody's change is not in what is kept. */
export function isContested({ base, mine, theirs }: ThreeWay<unknown>, kept: unknown): boolean {
  const isLost = (value: unknown) => !same(value, base) && !same(value, kept);
  return !same(mine, theirs) && (isLost(mine) || isLost(theirs));
}
