import { OwnAllocationsQuery, type PartnerAllocations } from "@/lib/contracts/fund";
import { query } from "@/lib/services/define-service";
import { partnerAllocationsDto } from "./partner-allocations-dto";

/** What the partner that the user belongs to was allocated, of approved funds; nothing for staff, who belong to none. */
export const listOwnAllocations = query({
  permission: "allocation.read",
  input: OwnAllocationsQuery,
  async run({ db }): Promise<PartnerAllocations> {
    return partnerAllocationsDto(await db.allocations.listOfPartner(null));
  },
});
