import { AdoptDefaultProgram, type ProgramVersionSummary } from "@/lib/contracts/program";
import { defaultProgram } from "@/lib/domain/define/default-program";
import { AppError } from "@/lib/errors";
import { command } from "@/lib/services/define-service";
import { addDraft } from "./add-draft";
import { publishDraft } from "./publish-draft";
import { setUpObserved } from "./set-up-observed";

/**
 * Gives an organization without a program the default one, in its currency and with its fiscal year, in effect from a day on. The category
 * that sells most is taken for the core, and the others for the mix.
 */
export const adoptDefaultProgram = command({
  permission: "program.write",
  input: AdoptDefaultProgram,
  run: async ({ actor, db }, { program, effectiveFrom }): Promise<ProgramVersionSummary> => {
    const { currency, fiscalStartMonth } = await db.organizations.get();
    const [core, ...others] = await db.readiness.categoriesBySales();
    if (core === undefined)
      throw new AppError("conflict", "Import products first: the default program asks what partners sell beside the core category.");
    const mixCategories = others.length > 0 ? others : [core];
    const document = { ...defaultProgram(currency, { mixCategories }), fiscalCalendar: { kind: "months", startMonth: fiscalStartMonth } as const };
    await setUpObserved(actor, db, document);
    const { version } = await addDraft(actor, db, { program, document, note: "The default program" });
    // Under the program's lock: of two at the same moment, one finds the other's. A number says nothing: those of removed sample data stay used.
    const versions = (await db.programs.listVersions()).filter(({ program: { key } }) => key === program);
    if (versions.length > 1) throw new AppError("conflict", "There is a program already. Reload the page to see it.");
    return publishDraft(actor, db, { program, version, effectiveFrom, note: "The default program" });
  },
});
