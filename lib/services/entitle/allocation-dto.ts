import type { Allocation, AllocationTotals } from "@/lib/contracts/fund";
import type { AllocationRow, AllocationSums } from "@/lib/db/allocations";
import type { Program } from "@/lib/domain/define/program";
import { perUnitOfRevenue } from "@/lib/domain/entitle/propose-allocations";

export function allocationDto(row: AllocationRow, { tiers, currency }: Pick<Program, "tiers" | "currency">): Allocation {
  const { partnerId: _id, partnerCode, partnerName, regionCode, regionName, tier, ...rest } = row;
  return {
    ...rest,
    partner: { code: partnerCode, name: partnerName },
    region: { code: regionCode, name: regionName },
    tier,
    tierName: tiers.find(({ key }) => key === tier)?.name ?? tier,
    perRevenue: perUnitOfRevenue(row.amount, row.revenue, currency),
  };
}

export function totalsDto(sums: AllocationSums, { currency }: Pick<Program, "currency">): AllocationTotals {
  return { ...sums, perRevenue: perUnitOfRevenue(sums.amount, sums.revenue, currency) };
}
