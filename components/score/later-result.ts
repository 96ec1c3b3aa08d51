import type { PartnerScorecard } from "@/lib/contracts/scorecard";

/** The last published result, where a published scorecard is not it; null where it is, and of a draft. */
export function laterResult({ run, history }: PartnerScorecard): PartnerScorecard["history"][number] | null {
  const latest = history.reduce<PartnerScorecard["history"][number] | null>(
    (last, entry) => (last !== null && last.run > entry.run ? last : entry),
    null,
  );
  return run.status !== "published" || latest === null || latest.run === run.number ? null : latest;
}
