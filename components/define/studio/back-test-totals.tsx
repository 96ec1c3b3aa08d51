import { formatCount, formatShare } from "@/components/format/number";
import { TierBadge } from "@/components/score/tier-badge";
import { scorecardPath } from "@/components/shell/routes";
import { DisclosureMark } from "@/components/ui/disclosure-mark";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { BackTest, BackTestSummary } from "@/lib/contracts/back-test";
import { followedWords, stabilityWords, tierPathWords } from "./back-test-words";

type BackTestTotalsProps = { readonly summary: BackTestSummary; readonly tiers: BackTest["tiers"] };

/** How steady the tiers are over all quarters, and what followed them. */
export function BackTestTotals({ summary: { stability, yoYo, followed }, tiers }: BackTestTotalsProps) {
  return (
    <div>
      <dl className="flex gap-6">
        {stability.share !== null && <Figure label="keep their tier" value={formatShare(stability.share)} />}
        <Figure label="rise and fall" value={formatCount(yoYo.partners)} />
      </dl>
      <p className="mt-1 text-xs text-muted">{stabilityWords(stability)}</p>
      {followed !== null && <FollowedTable followed={followed} tiers={tiers} />}
      {yoYo.shown.length > 0 && (
        <details className="group mt-2 text-sm">
          <summary className="flex min-h-8 cursor-pointer items-center gap-1">
            <DisclosureMark />
            Who rises and falls
          </summary>
          <Table caption="Partners that rise and fall">
            <thead>
              <tr>
                <HeadCell>Partner</HeadCell>
                <HeadCell>Tiers, one after the other</HeadCell>
              </tr>
            </thead>
            <tbody>
              {yoYo.shown.map(({ partner, tiers: path }) => (
                <Row key={partner.code}>
                  <Cell header>
                    <TextLink strong href={scorecardPath(partner.code)}>
                      {partner.name}
                    </TextLink>
                  </Cell>
                  <Cell muted>{tierPathWords(path, tiers)}</Cell>
                </Row>
              ))}
            </tbody>
          </Table>
          {yoYo.partners > yoYo.shown.length && (
            <p className="mt-1 text-xs text-muted">
              The {formatCount(yoYo.shown.length)} that change most, of {formatCount(yoYo.partners)}.
            </p>
          )}
        </details>
      )}
    </div>
  );
}

type FollowedTableProps = { readonly followed: NonNullable<BackTestSummary["followed"]>; readonly tiers: BackTest["tiers"] };

/** What the revenue of each tier's partners did in the quarter after. */
function FollowedTable({ followed, tiers }: FollowedTableProps) {
  return (
    <div className="mt-3">
      <Table caption="Revenue in the quarter after, by tier">
        <thead>
          <tr>
            <HeadCell>Tier</HeadCell>
            <HeadCell numeric>Compared</HeadCell>
            <HeadCell numeric>Revenue after</HeadCell>
          </tr>
        </thead>
        <tbody>
          {[...tiers.entries()].toReversed().map(([place, { tier, name }]) => (
            <Row key={tier}>
              <Cell header>
                <TierBadge name={name} place={place} of={tiers.length} />
              </Cell>
              <Cell numeric muted>
                {formatCount(followed.tiers[place]?.partners ?? 0)}
              </Cell>
              <Cell numeric>{followedWords(followed.tiers[place])}</Cell>
            </Row>
          ))}
          <Row>
            <Cell header>All</Cell>
            <Cell numeric muted>
              {formatCount(followed.all.partners)}
            </Cell>
            <Cell numeric>{followedWords(followed.all)}</Cell>
          </Row>
        </tbody>
      </Table>
      <p className="mt-1 max-w-prose text-xs text-muted">
        Revenue after: of the quarter after against the same quarter a year before, the median of the partners that sold then; those that began since
        are not in it. It is no proof that the tier made it so.
      </p>
    </div>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="text-2xl font-semibold tracking-tight tabular-nums">{value}</dd>
    </div>
  );
}
