import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PathPlace } from "@/components/score/path-place";
import { PathSection } from "@/components/score/path-section";
import { PathTierChoice, tiersToReach } from "@/components/score/path-tier-choice";
import { ScorecardView } from "@/components/score/scorecard-view";
import { addressFaults } from "@/components/shell/address-faults";
import { AddressNotice } from "@/components/shell/address-notice";
import { scorecardPath, scorecardTierPath, wholeScorecardPath } from "@/components/shell/routes";
import { pathSegment, type SearchParams, searchNumber, searchValue } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import type { StaffScorecard } from "@/lib/contracts/scorecard";
import { orNull } from "@/lib/http/or-null";
import { forPage } from "@/lib/http/page";
import { listPartnerAllocations } from "@/lib/services/entitle/list-partner-allocations";
import { getOverrideChoices } from "@/lib/services/score/get-override-choices";
import { getPath } from "@/lib/services/score/get-path";
import { getScorecard } from "@/lib/services/score/get-scorecard";

type ScorecardPageProps = { readonly params: Promise<{ readonly partner: string }>; readonly searchParams: Promise<SearchParams> };

/** Once for the title and the page. */
const scorecardOf = cache(async (escaped: string, run: number | undefined) =>
  forPage(getScorecard(await requireActor(), { partner: pathSegment(escaped) ?? notFound(), run })),
);

export async function generateMetadata({ params, searchParams }: ScorecardPageProps): Promise<Metadata> {
  const { partner } = await scorecardOf((await params).partner, searchNumber(await searchParams, "run"));
  return { title: partner.name };
}

export default async function ScorecardPage({ params, searchParams }: ScorecardPageProps) {
  const actor = await requireActor();
  const address = await searchParams;
  const run = searchNumber(address, "run");
  const scorecard = await scorecardOf((await params).partner, run);
  const { items } = await forPage(listPartnerAllocations(actor, { partner: scorecard.partner.code }));
  const mayOverride = actor.reach("override.write") !== "none";
  const overrideChoices = mayOverride ? await orNull(getOverrideChoices(actor, { program: scorecard.program.key })) : null;
  const tier = scorecard.tiers.find(({ key }) => key === searchValue(address, "path"))?.key;
  const whole = searchValue(address, "whole") === "true";
  return (
    <>
      <AddressNotice
        faults={addressFaults(address, { run, path: tier, whole })}
        shown={{ run: `run ${scorecard.run.number}`, path: "the path to the next one" }}
      />
      <ScorecardView
        scorecard={scorecard}
        allocations={items}
        overrideChoices={overrideChoices}
        path={
          <PathPlace whole={wholeScorecardPath(scorecardPath(scorecard.partner.code), { run, path: tier })} isWhole={whole}>
            <PartnerPath scorecard={scorecard} run={run} tier={tier} />
          </PathPlace>
        }
      />
    </>
  );
}

/** `run` and `tier`: as the address has them. */
type PartnerPathProps = { readonly scorecard: StaffScorecard; readonly run: number | undefined; readonly tier: string | undefined };

async function PartnerPath({ scorecard, run, tier }: PartnerPathProps) {
  const { code } = scorecard.partner;
  const path = await forPage(getPath(await requireActor(), { partner: code, run: scorecard.run.number, tier }));
  const tiers = tiersToReach(scorecard);
  const choice = tiers.length > 1 && (
    <PathTierChoice tiers={tiers} current={path.tier?.key ?? ""} tierHref={(key) => scorecardTierPath(code, key, run)} />
  );
  return <PathSection path={path} scorecard={scorecard} reader="staff" choice={choice} />;
}
