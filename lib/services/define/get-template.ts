import { type ProgramTemplateDetail, ProgramTemplateRef } from "@/lib/contracts/program-template";
import { query } from "@/lib/services/define-service";
import { requireTemplate } from "./require-template";

/** A template as the organization would begin with it. */
export const getTemplate = query({
  permission: "program.read",
  input: ProgramTemplateRef,
  async run({ db }, { template: key }): Promise<ProgramTemplateDetail> {
    const { name, forWhom, teaches, program } = requireTemplate(key);
    const { currency, fiscalStartMonth } = await db.organizations.get();
    const categories = await db.readiness.categoriesBySales();
    return { key, name, forWhom, teaches, document: program(currency, { fiscalStartMonth, categories }) };
  },
});
