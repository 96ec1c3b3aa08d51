import type { ReactNode } from "react";
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
export function BackTestTotals({ summary: { stability, yoYo, followed, followedByMove }, tiers }: BackTestTotalsProps) {
  return (
    <div>
      <dl className="flex gap-6">
        {stability.share !== null && <Figure label="keep their tier" value={formatShare(stability.share)} />}
        <Figure label="rise and fall" value={formatCount(yoYo.partners)} />
      </dl>
      <p className="mt-1 text-xs text-muted">{stabilityWords(stability)}</p>
      {followed !== null && <FollowedTable followed={followed} byMove={followedByMove} tiers={tiers} />}
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

type FollowedTableProps = {
  readonly followed: NonNullable<BackTestSummary["followed"]>;
  readonly byMove: BackTestSummary["followedByMove"];
  readonly tiers: BackTest["tiers"];
};

/** What the revenue of partners did in the quarter after: of each tier, and of those that rose, fell and stayed. */
function FollowedTable({ followed, byMove, tiers }: FollowedTableProps) {
  return (
    <div className="mt-3">
      <Table caption="Revenue in the quarter after, by tier and by movement">
        <thead>
          <tr>
            <HeadCell>Tier</HeadCell>
            <HeadCell numeric>Compared</HeadCell>
            <HeadCell numeric>Revenue after</HeadCell>
          </tr>
        </thead>
        <tbody>
          {[...tiers.entries()].toReversed().map(([place, { tier, name }]) => (
            <FollowedRow key={tier} of={<TierBadge name={name} place={place} of={tiers.length} />} followed={followed.tiers[place]} />
          ))}
          <FollowedRow of="All" followed={followed.all} />
          {byMove !== null && (
            <>
              <FollowedRow of="Those that rose" followed={byMove.risen} />
              <FollowedRow of="Those that stayed" followed={byMove.stayed} />
              <FollowedRow of="Those that fell" followed={byMove.fallen} />
            </>
          )}
        </tbody>
      </Table>
      <p className="mt-1 max-w-prose text-xs text-muted">
        Revenue after: of the quarter after against the same quarter a year before, the median of the partners that sold then; those that began since
        are not in it.{byMove !== null && " Rose, stayed and fell: against the quarter before, from the second quarter on."} It is no proof that the
        tier made it so.
      </p>
    </div>
  );
}

type FollowedRowProps = { readonly of: ReactNode; readonly followed: NonNullable<BackTestSummary["followed"]>["all"] | undefined };

function FollowedRow({ of, followed }: FollowedRowProps) {
  return (
    <Row>
      <Cell header>{of}</Cell>
      <Cell numeric muted>
        {formatCount(followed?.partners ?? 0)}
      </Cell>
      <Cell numeric>{followedWords(followed)}</Cell>
    </Row>
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
