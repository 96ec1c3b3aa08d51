/**
 * JSON with one spelling for each value: an object's own enumerable properties sorted by UTF-16 code unit, no spaces, -0 written
 * as 0, properties that are undefined left out. TypeError, naming the place, for what JSON cannot say faithfully: NaN, Infinity,
 * undefined in an array, functions, bigints, symbols, and built-in objects that are not plain data (Date, Map, Uint8Array).
 */
export function canonicalJson(value: unknown): string {
  return write(value, "$");
}

function write(value: unknown, path: string): string {
  switch (typeof value) {
    case "string":
    case "boolean":
      return JSON.stringify(value);
    case "number":
      if (!Number.isFinite(value)) throw new TypeError(`${value} at ${path} has no JSON form`);
      return JSON.stringify(value);
    case "object":
      if (value === null) return "null";
      return Array.isArray(value) ? writeArray(value, path) : writeObject(value, path);
    default:
      throw new TypeError(`${typeof value} at ${path} has no JSON form`);
  }
}

function writeArray(items: readonly unknown[], path: string): string {
  // Array.from visits holes too, which map would skip.
  return `[${Array.from(items, (item, index) => write(item, `${path}[${index}]`)).join(",")}]`;
}

function writeObject(object: object, path: string): string {
  if (Object.prototype.toString.call(object) !== "[object Object]") throw new TypeError(`the object at ${path} is not plain data`);
  if ("toJSON" in object && typeof object.toJSON === "function") return write(object.toJSON(), path);
  const members = Object.entries(object)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${write(member, `${path}.${key}`)}`);
  return `{${members.join(",")}}`;
}
