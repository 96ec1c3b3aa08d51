import { Program } from "./program";

export type ProgramParse =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly issues: readonly { readonly path: string; readonly message: string }[] };

const MAX_DOCUMENT_DEPTH = 64;
const MAX_DOCUMENT_VALUES = 50_000;
const MAX_ISSUES = 100;

/**
 * Reads a program document: its shape, not yet its sense (`checkProgram`). Paths are dotted, "score.children.0.weight"; empty for the
 * document itself. Never throws: a document nested too deep or too large is refused before its shape is looked at.
 */
export function parseProgram(document: unknown): ProgramParse {
  const excess = findExcess(document);
  if (excess !== null) return { ok: false, issues: [{ path: "", message: excess }] };
  const parsed = Program.safeParse(document);
  if (parsed.success) return { ok: true, program: parsed.data };
  return { ok: false, issues: parsed.error.issues.slice(0, MAX_ISSUES).map(({ path, message }) => ({ path: path.map(String).join("."), message })) };
}

/** Walks with a list of its own: the call stack must not depend on what somebody uploads. */
function findExcess(document: unknown): string | null {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: document, depth: 1 }];
  let seen = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    seen += 1;
    if (seen > MAX_DOCUMENT_VALUES) return `the document holds more than ${MAX_DOCUMENT_VALUES} values; a program needs far fewer`;
    const { value, depth } = next;
    if (typeof value !== "object" || value === null) continue;
    if (depth > MAX_DOCUMENT_DEPTH) return `the document is nested more than ${MAX_DOCUMENT_DEPTH} levels deep; a program needs far fewer`;
    for (const member of Object.values(value)) waiting.push({ value: member, depth: depth + 1 });
  }
  return null;
}
