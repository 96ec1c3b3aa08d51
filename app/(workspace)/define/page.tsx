import type { Metadata } from "next";
import { comparedVersion } from "@/components/define/compared-version";
import { ProgramEmpty } from "@/components/define/program-empty";
import { ProgramView } from "@/components/define/program-view";
import { addressFaults } from "@/components/shell/address-faults";
import { AddressNotice } from "@/components/shell/address-notice";
import { type SearchParams, searchNumber, searchValue } from "@/components/shell/search-params";
import type { Actor } from "@/lib/access/actor";
import { requireActor } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import type { ProgramVersionSummary } from "@/lib/contracts/program";
import { startOfFiscalYear } from "@/lib/domain/define/fiscal-calendar";
import { versionInEffect } from "@/lib/domain/define/version-standing";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { forPage } from "@/lib/http/page";
import { getProgramVersion } from "@/lib/services/define/get-program-version";
import { getProposalTerms } from "@/lib/services/define/get-proposal-terms";
import { listComments } from "@/lib/services/define/list-comments";
import { listProgramVersions } from "@/lib/services/define/list-program-versions";
import { getHome } from "@/lib/services/measure/get-home";
import { getMe } from "@/lib/services/settings/get-me";

export const metadata: Metadata = { title: "Define" };

type DefinePageProps = { readonly searchParams: Promise<SearchParams> };

export default async function DefinePage({ searchParams }: DefinePageProps) {
  const actor = await requireActor();
  const params = await searchParams;
  const { items: versions } = await forPage(listProgramVersions(actor, {}));
  const { organization } = await forPage(getMe(actor, {}));
  const day = today(organization.timeZone);
  const first = firstShown(versions, day);
  if (first === undefined) return <NoProgram actor={actor} />;
  const program = searchValue(params, "program") ?? first.program.key;
  const version = searchNumber(params, "version") ?? first.version;
  const shown = await forPage(getProgramVersion(actor, { program, version }));
  const others = versions.filter((other) => other.program.key === program && other.version !== version).map((other) => other.version);
  const compared = comparedVersion(shown, others, searchNumber(params, "against"));
  const comparison = compared === undefined ? null : { against: await forPage(getProgramVersion(actor, { program, version: compared })), others };
  return (
    <>
      <AddressNotice
        faults={addressFaults(params, { version, against: compared })}
        shown={{ version: `version ${version}`, against: compared === undefined ? undefined : `what changed since version ${compared}` }}
      />
      <ProgramView
        version={shown}
        versions={versions}
        comparison={comparison}
        terms={await forPage(getProposalTerms(actor, { program, version }))}
        comments={(await forPage(listComments(actor, { program, version }))).items}
        today={day}
        may={{
          write: actor.reach("program.write") !== "none",
          approve: actor.reach("program.approve") !== "none",
          comment: actor.reach("program.comment") !== "none",
        }}
      />
    </>
  );
}

/** What is in effect, else what was published last, else what was begun last. */
function firstShown(versions: readonly ProgramVersionSummary[], day: IsoDate): ProgramVersionSummary | undefined {
  const own = versions.filter(({ program }) => program.key === versions[0]?.program.key);
  return versionInEffect(own, day) ?? versions.find(({ status }) => status === "published") ?? versions[0];
}

/** What there is to score begins in the fiscal year of the newest data; without data, in this one. */
async function NoProgram({ actor }: { readonly actor: Actor }) {
  const { organization } = await forPage(getMe(actor, {}));
  const { dataThrough } = await forPage(getHome(actor, {}));
  const latest = IsoDate.parse(dataThrough ?? today(organization.timeZone));
  const effectiveFrom = startOfFiscalYear(latest, { kind: "months", startMonth: organization.fiscalStartMonth });
  return <ProgramEmpty organization={organization} effectiveFrom={effectiveFrom} mayWrite={actor.reach("program.write") !== "none"} />;
}
