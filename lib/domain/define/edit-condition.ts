import type { Condition } from "./program";

/** Where a condition stands within another one, by places from the outside in; [] is the whole. */
export type ConditionPlace = readonly number[];

/** What a condition is made of. */
export function partsOf(condition: Condition): readonly Condition[] {
  if ("of" in condition) return condition.of;
  return condition.kind === "not" ? [condition.condition] : [];
}

/** The condition with the one at a place replaced by what `change` makes of it; null takes it out, and what is left empty by that too. */
export function editCondition(condition: Condition, place: ConditionPlace, change: (condition: Condition) => Condition | null): Condition | null {
  const [first, ...rest] = place;
  if (first === undefined) return change(condition);
  const parts = partsOf(condition).flatMap((part, i) => (i === first ? (editCondition(part, rest, change) ?? []) : [part]));
  return withParts(condition, parts);
}

/** The condition at a place and another one, both needed: the first of them grows into a group when it is none. */
export function addCondition(condition: Condition, place: ConditionPlace, added: Condition): Condition {
  return editCondition(condition, place, (at) => ("of" in at ? { ...at, of: [...at.of, added] } : { kind: "all", of: [at, added] })) ?? condition;
}

/** A count never asks for more parts than there are; a condition without parts is gone. */
function withParts(condition: Condition, parts: readonly Condition[]): Condition | null {
  const [only] = parts;
  if (only === undefined) return null;
  if (condition.kind === "not") return { ...condition, condition: only };
  if (!("of" in condition)) return condition;
  if (condition.kind === "atLeast") return { ...condition, count: Math.min(condition.count, parts.length), of: parts };
  return { ...condition, of: parts };
}
