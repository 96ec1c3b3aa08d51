import type { PartnerAllocations } from "@/lib/contracts/fund";
import type { PartnerAllocationRow } from "@/lib/db/allocations";
import { fundPeriodDto } from "./fund-dto";

export function partnerAllocationsDto(rows: readonly PartnerAllocationRow[]): PartnerAllocations {
  return {
    items: rows.map(({ benefit, benefitName, periodFrom, periodUntil, startMonth, ...row }) => ({
      ...row,
      benefit: { code: benefit, name: benefitName },
      period: fundPeriodDto(periodFrom, periodUntil, startMonth),
    })),
  };
}
