import type { Route } from "next";
import { formatDate } from "@/components/format/date";
import { formatFixed } from "@/components/format/number";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import type { PartnerScorecard } from "@/lib/contracts/scorecard";
import { laterResult } from "./later-result";

type PastResultProps = { readonly scorecard: PartnerScorecard; readonly currentAddress: Route };

/** Says so when a later run has been published: an old result must not pass for today's. */
export function PastResult({ scorecard, currentAddress }: PastResultProps) {
  const { run, program } = scorecard;
  const latest = laterResult(scorecard);
  if (latest === null) return null;
  return (
    <div className="mb-6">
      <Notice
        tone="warn"
        title={`This is the result of ${formatDate(run.asOf)}, not the current one`}
        action={<ButtonLink href={currentAddress}>Current result</ButtonLink>}
      >
        As of {formatDate(latest.asOf)} it is {latest.tierName}
        {latest.score !== null && `, ${formatFixed(latest.score, program.scoreDecimals)} points`}.
      </Notice>
    </div>
  );
}
