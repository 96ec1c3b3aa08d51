import type { z } from "zod";

type Fault = z.core.$ZodRawIssue;
type InnerFault = z.core.$ZodIssue;
type Bound = { readonly origin: string; readonly inclusive: boolean; readonly value: number | bigint };

const MOST_QUOTED = 40;

const KINDS: Readonly<Record<string, string>> = {
  array: "a list in [ ]",
  boolean: "true or false",
  int: "a whole number",
  nonoptional: "given",
  null: "null",
  number: "a number",
  object: "an object in { }",
  record: "an object in { }",
  string: "a text in quotation marks",
};

/**
 * What is wrong with the shape of a document at one place, and what may stand there, as it follows the place: "must be at most 100". What the
 * schema says itself goes before it.
 */
export function shapeFaultWords(fault: Fault): string {
  switch (fault.code) {
    case "invalid_type":
    case "invalid_value":
      return insteadWords(wanted(fault), fault.input);
    case "too_big":
      return `must ${mostWords({ origin: fault.origin, inclusive: fault.inclusive !== false, value: fault.maximum })}`;
    case "too_small":
      return `must ${leastWords({ origin: fault.origin, inclusive: fault.inclusive !== false, value: fault.minimum })}`;
    case "unrecognized_keys":
      return unknownWords(fault.keys);
    case "invalid_union":
      return unionWords(fault);
    case "invalid_key":
      return `has a name that it cannot have: ${fault.issues[0]?.message ?? "choose another"}`;
    case "not_multiple_of":
      return `must be a multiple of ${fault.divisor}`;
    case "invalid_format":
      return fault.format === "date" ? "must be a day such as 2024-01-31" : "is not written as it must be";
    default:
      return "cannot stand here";
  }
}

type Instead = { readonly code?: string | undefined; readonly expected?: string; readonly values?: readonly unknown[] };

/** What must stand at a place: "a number", or one of some values; null of other faults. */
function wanted({ code, expected, values }: Instead): string | null {
  if (code === "invalid_value") return oneOf(values ?? []);
  return code === "invalid_type" ? (KINDS[expected ?? ""] ?? "something else") : null;
}

function insteadWords(want: string | null, input: unknown): string {
  return input === undefined ? `is missing: it must be ${want}` : `must be ${want}, not ${described(input)}`;
}

function unknownWords(names: readonly string[]): string {
  const written = names.map(quoted).join(", ");
  return names.length === 1
    ? `has ${written}, which is unknown here: correct the name or leave it out`
    : `has ${written}, which are unknown here: correct the names or leave them out`;
}

function oneOf(values: readonly unknown[]): string {
  const written = values.map(quoted);
  return written.length === 1 ? `${written[0]}` : `one of ${written.join(", ")}`;
}

function described(input: unknown): string {
  if (Array.isArray(input)) return "a list";
  if (typeof input === "object" && input !== null) return "an object";
  return typeof input === "number" ? String(input) : quoted(input);
}

function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text;
}

function mostWords({ origin, inclusive, value }: Bound): string {
  if (origin === "string" || origin === "array") return `have at most ${counted(value, origin)}`;
  return inclusive ? `be at most ${value}` : `be less than ${value}`;
}

function leastWords({ origin, inclusive, value }: Bound): string {
  if (origin !== "string" && origin !== "array") return inclusive ? `be at least ${value}` : `be more than ${value}`;
  return value === 1 ? "not be empty" : `have at least ${counted(value, origin)}`;
}

function counted(count: number | bigint, origin: "string" | "array"): string {
  return `${count} ${origin === "string" ? "characters" : "entries"}`;
}

/** Of several forms: what each of them asks for, or what is wrong within those that it could be. */
function unionWords(fault: Extract<Fault, { code: "invalid_union" }>): string {
  if (fault.discriminator !== undefined) return discriminatorWords(fault);
  const firsts = fault.errors.flatMap(([first]) => (first === undefined ? [] : [first]));
  const asked = firsts.map((first) => (first.path.length === 0 ? wanted(first) : null)).filter((want) => want !== null);
  const within = firsts.filter((first) => first.path.length > 0 || wanted(first) === null);
  return within.length === 0 ? insteadWords(asked.join(" or "), fault.input) : within.map(withinWords).join("; or ");
}

function withinWords({ path, message }: InnerFault): string {
  return path.length === 0 ? message : `has a fault in its ${path.map(String).join(".")}, which ${message}`;
}

/** The fault is said of the member that says which form it is; the input is the object that has it. */
function discriminatorWords({ discriminator = "", input, ...fault }: Extract<Fault, { code: "invalid_union" }>): string {
  const options = "options" in fault && Array.isArray(fault.options) ? fault.options : [];
  const said = typeof input === "object" && input !== null ? Object.entries(input).find(([name]) => name === discriminator)?.[1] : undefined;
  return insteadWords(oneOf(options), said);
}
