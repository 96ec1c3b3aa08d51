import { z } from "zod";
import { PartnerCode } from "@/lib/contracts/page";
import type { Partner } from "@/lib/contracts/partner";
import { AppError } from "@/lib/errors";
import { query } from "../define-service";

/** One partner with its attributes. */
export const getPartner = query({
  permission: "partner.read",
  input: z.strictObject({ partner: PartnerCode }),
  run: async ({ db }, { partner }): Promise<Partner> => {
    const found = await db.partners.find(partner);
    if (found === null) throw new AppError("not_found", `There is no partner with the code "${partner}".`);
    return found;
  },
});
