import type { ProgramVersion } from "@/lib/contracts/program";
import { AdoptTemplate } from "@/lib/contracts/program-template";
import { AppError } from "@/lib/errors";
import { command } from "@/lib/services/define-service";
import { addDraft } from "./add-draft";
import { requireTemplate } from "./require-template";
import { setUpObserved } from "./set-up-observed";

/**
 * Begins a draft with a template, in the organization's currency, fiscal year and product categories, beside whatever versions there are.
 */
export const adoptTemplate = command({
  permission: "program.write",
  input: AdoptTemplate,
  async run({ actor, db }, { program: key, template }): Promise<ProgramVersion> {
    const { name, program } = requireTemplate(template);
    const { currency, fiscalStartMonth } = await db.organizations.get();
    const categories = await db.readiness.categoriesBySales();
    if (categories.length === 0)
      throw new AppError("conflict", "Import products first: a template asks what partners sell beside the category that sells most.");
    const document = program(currency, { fiscalStartMonth, categories });
    await setUpObserved(actor, db, document);
    return addDraft(actor, db, { program: key, document, note: `From the template “${name}”` });
  },
});
