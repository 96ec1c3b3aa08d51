import { checkProgram } from "@/lib/domain/define/check-program";
import { parseProgram } from "@/lib/domain/define/parse-program";
import type { Program } from "@/lib/domain/define/program";
import type { ProgramIssue } from "@/lib/domain/define/program-issue";
import { BadInput } from "./failure";
import { readJson } from "./input-file";

/** A program that can be evaluated, and what its author should know. @throws BadInput naming every fault with its place in the document */
export async function readProgramFile(file: string): Promise<{ readonly program: Program; readonly warnings: readonly string[] }> {
  const parsed = parseProgram(await readJson(file));
  if (!parsed.ok) {
    throw new BadInput(parsed.issues.map(({ path, message }) => `${file}, ${path || "the document"}: ${message}. docs/program.schema.json describes it.`));
  }
  const issues = checkProgram(parsed.program);
  const errors = issues.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new BadInput(errors.map((issue) => issueLine(file, issue)));
  return { program: parsed.program, warnings: issues.map((issue) => issueLine(file, issue)) };
}

/** The issue's code and its facts, as they are in the program document: `program.json, tiers.gold: tier_unreachable (subject score, …)`. */
function issueLine(file: string, { path, severity, code, ...facts }: ProgramIssue): string {
  const details = Object.entries(facts).map(([name, value]) => `${name} ${value}`);
  return `${file}, ${path}: ${severity} ${code}${details.length === 0 ? "" : ` (${details.join(", ")})`}. docs/cli.md lists the codes.`;
}
