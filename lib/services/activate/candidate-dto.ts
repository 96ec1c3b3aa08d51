import type { GapCandidate } from "@/lib/contracts/coverage";
import type { GapCandidate as FoundCandidate } from "@/lib/domain/activate/gap-candidates";
import type { CoverageGround, JudgedCoverage } from "./judge-coverage";

/** Says candidates by name. */
export function candidateWriter({ program, partners }: JudgedCoverage, { regions }: CoverageGround): (candidate: FoundCandidate) => GapCandidate {
  const partnerOf = new Map(partners.map((partner) => [partner.code, partner]));
  const regionName = new Map(regions.map(({ code, name }) => [code, name]));
  return ({ partner: code, tierRank, ...candidate }) => {
    const { name = code, region = "" } = partnerOf.get(code) ?? {};
    const tier = program.tiers[tierRank];
    return {
      ...candidate,
      partner: { code, name },
      tier: tier?.key ?? "",
      tierName: tier?.name ?? "",
      region: { code: region, name: regionName.get(region) ?? region },
    };
  };
}
