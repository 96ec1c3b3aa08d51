import { CreateProgramVersion, type ProgramVersion } from "@/lib/contracts/program";
import { parseProgram } from "@/lib/domain/define/parse-program";
import type { Program } from "@/lib/domain/define/program";
import { AppError } from "@/lib/errors";
import { command } from "@/lib/services/define-service";
import { addDraft } from "./add-draft";
import { unstorableText } from "./unstorable-text";

/** Adds a draft version. Contradictions do not keep it from being stored, only from being published: they come back as `issues`. */
export const createProgramVersion = command({
  permission: "program.write",
  input: CreateProgramVersion,
  async run({ actor, db }, input): Promise<ProgramVersion> {
    return addDraft(actor, db, { program: input.program, document: readDocument(input.document), note: input.note ?? null });
  },
});

function readDocument(document: unknown): Program {
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
