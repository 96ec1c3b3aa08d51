import { FundTable } from "@/components/entitle/fund-table";
import { formatDate } from "@/components/format/date";
import { counted, formatCount } from "@/components/format/number";
import { BatchTable } from "@/components/measure/batch-table";
import { MovesTable } from "@/components/score/moves-table";
import { OverridesTable } from "@/components/score/overrides-table";
import { setByHand } from "@/components/score/set-by-hand";
import { TierCounts } from "@/components/score/tier-counts";
import { isLoading } from "@/components/settings/sample-words";
import { runPath, standingsPath } from "@/components/shell/routes";
import { ButtonLink } from "@/components/ui/button-link";
import { KeyFigures } from "@/components/ui/key-figures";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { Home } from "@/lib/contracts/home";
import type { Run } from "@/lib/contracts/run";
import { BorderlineList } from "./borderline-list";
import { GettingStarted } from "./getting-started";
import { SampleOffer, SampleUnderWay } from "./sample-home";

type HomeViewProps = { readonly home: Home };

/** What changed, who is borderline, what waits for someone; in a new organization, the ways to its first result. */
export function HomeView({ home }: HomeViewProps) {
  if (!["absent", "loaded"].includes(home.sample.state))
    return (
      <>
        <PageHeader
          title={home.organization.name}
          lead={isLoading(home.sample) && "The sample data is on its way. This page shows its last review as soon as that is published."}
        />
        <SampleUnderWay home={home} />
      </>
    );
  return <HomeOfOrganization home={home} />;
}

function HomeOfOrganization({ home }: HomeViewProps) {
  const { current, draft } = home;
  return (
    <>
      <PageHeader
        title={home.organization.name}
        lead={
          current === null
            ? "A few steps to the first tiers. Each can be repeated, and nothing is shown to partners before the last one."
            : `${current.program.name}: run ${current.number}, as of ${formatDate(current.asOf)}.`
        }
        actions={current !== null && <ButtonLink href="/score">Standings</ButtonLink>}
      />
      {draft !== null && (
        <div className="mb-6">
          <Notice
            tone="info"
            title={`Draft run ${draft.number} waits for review`}
            action={<ButtonLink href={runPath(draft.number)}>Compare and publish</ButtonLink>}
          >
            As of {formatDate(draft.asOf)}: {counted(draft.movements.promoted, "promotion")}, {counted(draft.movements.demoted, "demotion")}.
          </Notice>
        </div>
      )}
      {home.funds !== null && home.funds.length > 0 && (
        <div className="mb-8">
          <Section title="Funds" hint={fundsHint(home.funds)} aside={<TextLink href="/entitle/funds">All funds</TextLink>}>
            <FundTable funds={home.funds} />
          </Section>
        </div>
      )}
      {current === null ? <GettingStarted steps={home.steps} /> : <Published home={home} current={current} />}
      {home.sample.isOffered && <SampleOffer maySample={home.maySample} />}
      {home.expiring.length > 0 && (
        <Section
          title="Overrides that expire soon"
          hint="From that day on the figures decide: make them again, or prepare the partner."
          aside={<TextLink href="/score/overrides">All overrides</TextLink>}
        >
          <OverridesTable caption="Overrides that expire soon" overrides={home.expiring} mayEnd={false} />
        </Section>
      )}
      {home.attention.length > 0 && (
        <Section title="Imports that need you" hint="They wait for your word, failed, or hold rows that match nothing yet.">
          <BatchTable caption="Imports that need attention" batches={home.attention} />
        </Section>
      )}
    </>
  );
}

function Published({ home, current }: { readonly home: Home; readonly current: Run }) {
  return (
    <>
      <KeyFigures
        figures={[
          {
            label: "Partners",
            value: formatCount(current.partners),
            note: current.unscored === 0 ? "all scored" : `${formatCount(current.unscored)} not scored`,
            href: standingsPath(current.number),
          },
          {
            label: "Promoted, demoted",
            value: `↑ ${formatCount(current.movements.promoted)}  ↓ ${formatCount(current.movements.demoted)}`,
            note: "against the run before",
            href: runPath(current.number),
          },
          {
            label: "In grace",
            value: formatCount(home.inGrace),
            note: "missed a review, keep their tier for now",
            href: standingsPath(current.number, { movement: "in_grace" }),
          },
          {
            label: "Borderline",
            value: formatCount(current.borderline),
            note: "the weights decide: worth a look",
            href: standingsPath(current.number, { borderline: "true" }),
          },
          {
            label: "Data through",
            value: home.dataThrough === null ? "–" : formatDate(home.dataThrough),
            note: dataNote(home.dataThrough, current.asOf),
            href: "/measure/imports",
          },
        ]}
      />
      <div className="mt-10">
        <Section
          title="What changed"
          hint="The largest falls and rises of this run."
          aside={<TextLink href={runPath(current.number)}>The whole run</TextLink>}
        >
          {home.moves.length === 0 ? (
            <p className="text-muted">
              {current.base === null ? "This is the first run: every partner entered, nobody moved." : "Nobody moved in this run."}
            </p>
          ) : (
            <MovesTable moves={home.moves} tiers={current.tiers} />
          )}
        </Section>
      </div>
      <div className="mt-10 mb-10 grid gap-x-12 gap-y-10 lg:grid-cols-2 [&>section]:mt-0 [&>section]:min-w-0">
        <Section
          title="Borderline"
          hint="Least firm first: other weights would give another tier."
          aside={<TextLink href={standingsPath(current.number, { borderline: "true" })}>All {formatCount(current.borderline)}</TextLink>}
        >
          {home.borderline.length === 0 ? (
            <p className="text-muted">Every tier stands firm when the weights vary.</p>
          ) : (
            <BorderlineList rows={home.borderline} tiers={current.tiers} />
          )}
        </Section>
        <Section title="Tiers" aside={setByHand(current)}>
          <TierCounts tiers={current.tiers} partners={current.partners} />
        </Section>
      </div>
    </>
  );
}

/** What finance has to do first. */
function fundsHint(funds: NonNullable<Home["funds"]>): string {
  const waiting = funds.filter(({ status }) => status === "submitted").length;
  const drafts = funds.filter(({ status }) => status === "draft").length;
  if (waiting > 0) return `${counted(waiting, "fund")} ${waiting === 1 ? "waits" : "wait"} for approval by somebody who did not prepare it.`;
  return drafts > 0 ? `${counted(drafts, "draft")} to adjust and submit.` : "All are approved.";
}

function dataNote(dataThrough: string | null, asOf: string): string {
  if (dataThrough === null) return "no POS lines yet";
  return dataThrough > asOf ? "newer than this run: evaluate again" : "date of the newest POS line";
}
