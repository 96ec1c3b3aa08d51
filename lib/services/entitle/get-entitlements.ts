import { type EntitlementOverview, EntitlementsQuery } from "@/lib/contracts/entitlement-overview";
import { promisedAmounts } from "@/lib/domain/entitle/promised-amounts";
import { query } from "@/lib/services/define-service";
import { readRunProgram } from "@/lib/services/score/read-run-program";
import { requireRunOrCurrent } from "@/lib/services/score/require-run";
import { runDto } from "@/lib/services/score/run-dto";

/** What the tiers of a run are granted by its version of the program, and what that promises to the partners in them. */
export const getEntitlements = query({
  permission: "run.read",
  input: EntitlementsQuery,
  async run({ db }, input): Promise<EntitlementOverview> {
    const row = await requireRunOrCurrent(db, input.run, input.program);
    const run = runDto(row);
    const document = await readRunProgram(db, row);
    const nameOf = (key: string) => document.entitlements?.benefits.find((benefit) => benefit.key === key)?.name ?? key;
    const partners = new Map(run.tiers.map((tier) => [tier.tier, tier.partners]));
    return {
      run,
      document,
      promised: promisedAmounts(document, partners).map(({ tiers, ...promise }) => ({
        ...promise,
        name: nameOf(promise.benefit),
        tiers: [...tiers],
      })),
    };
  },
});
