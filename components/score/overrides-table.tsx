import { formatDate } from "@/components/format/date";
import { scorecardPath } from "@/components/shell/routes";
import { Badge } from "@/components/ui/badge";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Override, OverrideTier } from "@/lib/contracts/override";
import { EndOverride } from "./end-override";
import { endedWords, expiresSoonWords, overrideStateWords } from "./override-words";
import { TierBadge } from "./tier-badge";

type OverridesTableProps = { readonly caption: string; readonly overrides: readonly Override[]; readonly mayEnd: boolean };

/** Which tier is set for whom, against what the figures say, why, by whom and until when. On a phone an override is one cell and the first day without it. */
export function OverridesTable({ caption, overrides, mayEnd }: OverridesTableProps) {
  return (
    <Table caption={caption} stickyHead>
      <thead>
        <tr>
          <HeadCell>Partner</HeadCell>
          <HeadCell wideOnly>Set to</HeadCell>
          <HeadCell wideOnly>Qualifies for</HeadCell>
          <HeadCell wideOnly="xl">Reason</HeadCell>
          <HeadCell wideOnly="xl">Owner</HeadCell>
          <HeadCell>Until</HeadCell>
          {mayEnd && (
            <HeadCell>
              <span className="sr-only">End</span>
            </HeadCell>
          )}
        </tr>
      </thead>
      <tbody>
        {overrides.map((override) => (
          <Row key={override.number}>
            <Cell header>
              <TextLink strong href={scorecardPath(override.partner.code)}>
                {override.partner.name}
              </TextLink>
              <span className="block text-xs text-muted">
                {override.partner.code}, override {override.number}
              </span>
              <span className="mt-1 block sm:hidden">
                <SetTier override={override} />
              </span>
              {override.qualified !== null && <NarrowLine>qualifies for {override.qualified.name}</NarrowLine>}
              <NarrowLine until="xl">
                {override.reason} ({override.owner})
              </NarrowLine>
              {override.ended !== null && <span className="mt-0.5 block max-w-prose text-xs wrap-anywhere">{endedWords(override)}</span>}
            </Cell>
            <Cell wideOnly>
              <SetTier override={override} />
            </Cell>
            <Cell wideOnly>
              {override.qualified === null ? <span className="text-muted">not in the last run</span> : <Tier tier={override.qualified} />}
            </Cell>
            <Cell wideOnly="xl">
              <span className="block max-w-prose wrap-anywhere">{override.reason}</span>
            </Cell>
            <Cell wideOnly="xl" nowrap>
              {override.owner}
            </Cell>
            <Cell>
              <span className="whitespace-nowrap">{formatDate(override.expires)}</span>
              <Nearing override={override} />
            </Cell>
            {mayEnd && <Cell>{override.ended === null && <EndCell override={override} />}</Cell>}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** How near the end is, or what became of it. */
function Nearing({ override }: { readonly override: Override }) {
  const soon = expiresSoonWords(override);
  if (override.state === "in_force" && soon === null) return null;
  return (
    <span className="mt-0.5 block">{soon === null ? <Badge>{overrideStateWords(override.state)}</Badge> : <Badge tone="warn">{soon}</Badge>}</span>
  );
}

function EndCell({ override }: { readonly override: Override }) {
  return (
    <div className="-my-1.5 flex justify-end">
      <EndOverride override={override} look="quiet" />
    </div>
  );
}

function SetTier({ override: { tier, state } }: { readonly override: Override }) {
  if (tier.rank === null) return <span className="text-warn">{tier.key}, no tier any more</span>;
  return <Tier tier={tier} byHand={state === "in_force"} />;
}

function Tier({ tier, byHand = false }: { readonly tier: OverrideTier; readonly byHand?: boolean }) {
  return <TierBadge name={tier.name} place={tier.rank ?? 0} of={tier.of} byHand={byHand} />;
}
