/**
 * JSON with one spelling for each value: an object's own enumerable properties sorted by UTF-16 code unit, no spaces, -0 written
 * as 0, properties that are undefined left out; an instance of a class with a `toJSON` method is what that gives. TypeError, naming
 * the place, for what JSON cannot say faithfully: NaN, Infinity, undefined in an array, functions, bigints, symbols, and built-in
 * objects that are not plain data (Date, Map, Uint8Array).
 */
export function canonicalJson(value: unknown): string {
  const sorting: Sorting = { shapes: new Shape(), place: [], hasIndexes: false };
  const sorted = sortedCopy(value, sorting);
  return sorting.hasIndexes ? writeSorted(sorted) : JSON.stringify(sorted);
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

type Sorting = {
  readonly shapes: Shape;
  /** Keys and indexes from the outermost value to the one being copied. */
  readonly place: (string | number)[];
  /** Whether an object has a key such as "10", which the language lists first, by number: no copy of it can be in order. */
  hasIndexes: boolean;
};

/** The objects of a run have few shapes, so keys are sorted once for each: a path of keys, as an object lists them, leads to their order. */
class Shape {
  readonly #next = new Map<string, Shape>();
  sorted: readonly string[] | undefined;

  after(key: string): Shape {
    const known = this.#next.get(key);
    if (known !== undefined) return known;
    const shape = new Shape();
    this.#next.set(key, shape);
    return shape;
  }
}

function sortedCopy(value: unknown, sorting: Sorting): Json {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      if (!Number.isFinite(value)) throw new TypeError(`${value} at ${nameOf(sorting)} has no JSON form`);
      return value;
    case "object":
      if (value === null) return null;
      return Array.isArray(value) ? copyArray(value, sorting) : copyObject(value, sorting);
    default:
      throw new TypeError(`${typeof value} at ${nameOf(sorting)} has no JSON form`);
  }
}

function copyArray(items: readonly unknown[], sorting: Sorting): Json {
  const copy: Json[] = [];
  for (let index = 0; index < items.length; index++) {
    sorting.place.push(index);
    copy.push(sortedCopy(items[index], sorting));
    sorting.place.pop();
  }
  return copy;
}

function copyObject(object: object, sorting: Sorting): Json {
  if (isLiteral(object)) return copyMembers(object, sorting);
  if (Object.prototype.toString.call(object) !== "[object Object]") throw new TypeError(`the object at ${nameOf(sorting)} is not plain data`);
  if ("toJSON" in object && typeof object.toJSON === "function") return sortedCopy(object.toJSON(), sorting);
  return copyMembers({ ...object }, sorting);
}

/** A literal inherits nothing that could be listed. */
function isLiteral(object: object): object is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === Object.prototype || prototype === null;
}

function copyMembers(members: Readonly<Record<string, unknown>>, sorting: Sorting): Json {
  const copy: Record<string, Json> = {};
  for (const key of sortedKeys(members, sorting)) {
    const member = members[key];
    if (member === undefined) continue;
    sorting.place.push(key);
    const memberCopy = sortedCopy(member, sorting);
    sorting.place.pop();
    // Assigned, this key would set what the copy inherits from.
    if (key === "__proto__") Object.defineProperty(copy, key, { value: memberCopy, enumerable: true });
    else copy[key] = memberCopy;
  }
  return copy;
}

function sortedKeys(members: Readonly<Record<string, unknown>>, sorting: Sorting): readonly string[] {
  let shape = sorting.shapes;
  for (const key in members) shape = shape.after(key);
  if (shape.sorted === undefined) {
    // By UTF-16 code unit, which is how strings sort without being told.
    shape.sorted = Object.keys(members).sort();
    sorting.hasIndexes ||= shape.sorted.some((key) => /^\d+$/.test(key));
  }
  return shape.sorted;
}

/** Several times slower than JSON.stringify, but by the order of the keys alone. */
function writeSorted(json: Json): string {
  if (typeof json !== "object" || json === null) return JSON.stringify(json);
  if (Array.isArray(json)) return `[${json.map(writeSorted).join(",")}]`;
  const members = Object.entries(json).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${writeSorted(member)}`).join(",")}}`;
}

function nameOf({ place }: Sorting): string {
  return `$${place.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("")}`;
}
