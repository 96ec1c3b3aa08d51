import { shapeFaultWords } from "../shared/shape-fault-words";
import { Program } from "./program";

type Fault = { readonly path: string; readonly message: string };
export type ProgramParse = { readonly ok: true; readonly program: Program } | { readonly ok: false; readonly issues: readonly Fault[] };

const MAX_DOCUMENT_DEPTH = 64;
const MAX_DOCUMENT_VALUES = 50_000;
const MAX_ISSUES = 100;

/**
 * Reads a program document: its shape, not yet its sense (`checkProgram`). Paths are dotted, "score.children.0.weight"; empty for the
 * document itself. Never throws: a document nested too deep or too large is refused before its shape is looked at.
 */
export function parseProgram(document: unknown): ProgramParse {
  const excess = findExcess(document);
  if (excess !== null) return { ok: false, issues: [excess] };
  const parsed = Program.safeParse(document, { error: shapeFaultWords });
  if (parsed.success) return { ok: true, program: parsed.data };
  return { ok: false, issues: parsed.error.issues.slice(0, MAX_ISSUES).map(({ path, message }) => ({ path: path.map(String).join("."), message })) };
}

/**
 * Where the document is too large or too deep: at the member of it in which the walk passes the limit. Walks with a list of its own: the
 * call stack must not depend on what somebody uploads.
 */
function findExcess(document: unknown): Fault | null {
  const waiting: { readonly value: unknown; readonly depth: number; readonly member: string }[] = [{ value: document, depth: 1, member: "" }];
  let seen = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth, member } = next;
    seen += 1;
    if (seen > MAX_DOCUMENT_VALUES) {
      return { path: member, message: `the document holds more than ${MAX_DOCUMENT_VALUES} values; a program needs far fewer` };
    }
    if (typeof value !== "object" || value === null) continue;
    if (depth > MAX_DOCUMENT_DEPTH) {
      return { path: member, message: `the document is nested more than ${MAX_DOCUMENT_DEPTH} levels deep; a program needs far fewer` };
    }
    for (const [key, inner] of Object.entries(value)) waiting.push({ value: inner, depth: depth + 1, member: depth === 1 ? key : member });
  }
  return null;
}
