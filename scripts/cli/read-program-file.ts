import { checkProgram } from "@/lib/domain/define/check-program";
import { parseProgram } from "@/lib/domain/define/parse-program";
import type { Program } from "@/lib/domain/define/program";
import { BadInput } from "./failure";
import { readJson } from "./input-file";
import { issueLine } from "./program-issue-line";

/** A program that can be evaluated, and what its author should know. @throws BadInput naming every fault with its place in the document */
export async function readProgramFile(file: string): Promise<{ readonly program: Program; readonly warnings: readonly string[] }> {
  const parsed = parseProgram(await readJson(file));
  if (!parsed.ok) {
    throw new BadInput(
      parsed.issues.map(({ path, message }) => `${file}, ${path || "the document"}: ${message}. docs/program.schema.json describes it.`),
    );
  }
  const issues = checkProgram(parsed.program);
  const errors = issues.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new BadInput(errors.map((issue) => issueLine(file, issue)));
  return { program: parsed.program, warnings: issues.map((issue) => issueLine(file, issue)) };
}
