import { PROGRAM_TEMPLATES } from "@/lib/domain/define/templates/program-templates";
import type { ProgramTemplate } from "@/lib/domain/define/templates/template";
import { AppError } from "@/lib/errors";

/** @throws AppError not_found */
export function requireTemplate(key: string): ProgramTemplate {
  const found = PROGRAM_TEMPLATES.find((template) => template.key === key);
  if (found === undefined) throw new AppError("not_found", `There is no template "${key}".`);
  return found;
}
