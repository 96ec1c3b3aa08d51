import { parseProgram } from "@/lib/domain/define/parse-program";
import type { Program } from "@/lib/domain/define/program";
import { AppError } from "@/lib/errors";
import { unstorableText } from "./unstorable-text";

/** A document that somebody sends as a program. @throws AppError invalid_input naming every place that cannot be read */
export function readDocument(document: unknown): Program {
  const parsed = parseProgram(document);
  const issues = parsed.ok ? unstorableText(parsed.program) : parsed.issues.map(({ path, message }) => ({ path: withinDocument(path), message }));
  const [first] = issues;
  if (first !== undefined) throw new AppError("invalid_input", `The program cannot be read. ${first.path}: ${first.message}`, { issues });
  if (!parsed.ok) throw new AppError("invalid_input", "The program cannot be read.");
  return parsed.program;
}

function withinDocument(path: string): string {
  return path === "" ? "document" : `document.${path}`;
}
