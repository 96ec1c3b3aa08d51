import { Program } from "@/lib/domain/define/program";
import { BadInput } from "./failure";
import { readJson } from "./input-file";

/** A program document. @throws BadInput naming every fault with its place in the document */
export async function readProgramFile(file: string): Promise<Program> {
  const parsed = Program.safeParse(await readJson(file));
  if (parsed.success) return parsed.data;
  throw new BadInput(parsed.error.issues.map((issue) => `${file}, ${issue.path.join(".") || "document"}: ${issue.message}. docs/program.schema.json describes the document.`));
}
