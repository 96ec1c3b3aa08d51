import { type PartnerAllocations, PartnerAllocationsQuery } from "@/lib/contracts/fund";
import { AppError } from "@/lib/errors";
import { query } from "@/lib/services/define-service";
import { partnerAllocationsDto } from "./partner-allocations-dto";

/** What any partner was allocated, also of funds that are being prepared: hence the permission of funds, not that of one's own allocations. */
export const listPartnerAllocations = query({
  permission: "fund.read",
  input: PartnerAllocationsQuery,
  async run({ db }, { partner }): Promise<PartnerAllocations> {
    if ((await db.partners.find(partner)) === null) throw new AppError("not_found", `There is no partner "${partner}".`);
    return partnerAllocationsDto(await db.allocations.listOfPartner(partner));
  },
});
