import type { Metadata } from "next";
import { OwnScorecardEmpty } from "@/components/score/own-scorecard-empty";
import { OwnScorecardView } from "@/components/score/own-scorecard-view";
import { PathPlace } from "@/components/score/path-place";
import { PathSection } from "@/components/score/path-section";
import { nextTier } from "@/components/score/tier-sentence";
import { addressFaults } from "@/components/shell/address-faults";
import { AddressNotice } from "@/components/shell/address-notice";
import { wholeScorecardPath } from "@/components/shell/routes";
import { type SearchParams, searchNumber, searchValue } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import type { PartnerScorecard } from "@/lib/contracts/scorecard";
import { orNull } from "@/lib/http/or-null";
import { forPage } from "@/lib/http/page";
import { listOwnAllocations } from "@/lib/services/entitle/list-own-allocations";
import { getOwnPath } from "@/lib/services/score/get-own-path";
import { getOwnScorecard } from "@/lib/services/score/get-own-scorecard";

export const metadata: Metadata = { title: "Your tier" };

type OwnScorecardPageProps = { readonly searchParams: Promise<SearchParams> };

export default async function OwnScorecardPage({ searchParams }: OwnScorecardPageProps) {
  const actor = await requireActor();
  const address = await searchParams;
  const run = searchNumber(address, "run");
  const whole = searchValue(address, "whole") === "true";
  const answer = getOwnScorecard(actor, { run });
  // For a partner, "not found" without a run in the address means that none is published yet.
  const scorecard = await forPage(run === undefined && actor.role === "partner" ? orNull(answer) : answer);
  if (scorecard === null) return <OwnScorecardEmpty />;
  const { items } = await forPage(listOwnAllocations(actor, {}));
  return (
    <>
      <AddressNotice faults={addressFaults(address, { run, whole })} shown={{ run: "your latest result" }} />
      <OwnScorecardView
        scorecard={scorecard}
        allocations={items}
        path={
          // In the highest tier there is nothing to say that the page does not say already.
          nextTier(scorecard) === null && scorecard.qualified.key === scorecard.tier.key ? null : (
            <PathPlace whole={wholeScorecardPath("/scorecard", { run })} isWhole={whole}>
              <OwnPath scorecard={scorecard} />
            </PathPlace>
          )
        }
      />
    </>
  );
}

async function OwnPath({ scorecard }: { readonly scorecard: PartnerScorecard }) {
  const path = await forPage(getOwnPath(await requireActor(), { run: scorecard.run.number }));
  return <PathSection path={path} scorecard={scorecard} reader="partner" />;
}
