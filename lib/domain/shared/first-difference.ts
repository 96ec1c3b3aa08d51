/** A value that JSON can say, with undefined where there is none. */
export type Difference = { readonly path: string; readonly one: unknown; readonly other: unknown };

/** The first place in which two plain JSON values differ, by keys in order and indexes: "nodes.2.points". Null when they are the same. */
export function firstDifference(one: unknown, other: unknown): Difference | null {
  return differenceAt([], one, other);
}

function differenceAt(path: readonly (string | number)[], one: unknown, other: unknown): Difference | null {
  if (Object.is(one, other) || (one === 0 && other === 0)) return null;
  if (!isCompound(one) || !isCompound(other) || Array.isArray(one) !== Array.isArray(other)) return { path: path.join("."), one, other };
  for (const key of keysOf(one, other)) {
    const difference = differenceAt([...path, key], memberOf(one, key), memberOf(other, key));
    if (difference !== null) return difference;
  }
  return null;
}

type Compound = Readonly<Record<string, unknown>> | readonly unknown[];

function isCompound(value: unknown): value is Compound {
  return typeof value === "object" && value !== null;
}

function keysOf(one: Compound, other: Compound): (string | number)[] {
  if (Array.isArray(one) && Array.isArray(other)) return Array.from({ length: Math.max(one.length, other.length) }, (_, index) => index);
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
}

/** Undefined for a key that it only inherits. */
function memberOf(compound: Compound, key: string | number): unknown {
  return Object.getOwnPropertyDescriptor(compound, key)?.value;
}
