import { formatChange, formatCount, formatShare } from "@/components/format/number";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import type { TierCount } from "@/lib/contracts/run";
import { TierOf, tierPlaces } from "./tier-badge";

type TierCountsProps = { readonly tiers: readonly TierCount[]; readonly partners: number };

/** Partners per tier, the highest first, now and in the run before. */
export function TierCounts({ tiers, partners }: TierCountsProps) {
  const places = tierPlaces(tiers);
  const compared = tiers.some(({ before }) => before !== null);
  return (
    <Table caption="Partners by tier">
      <thead>
        <tr>
          <HeadCell>Tier</HeadCell>
          {compared && <HeadCell numeric>Before</HeadCell>}
          <HeadCell numeric>Partners</HeadCell>
          {compared && <HeadCell numeric>Change</HeadCell>}
          <HeadCell numeric>Share</HeadCell>
        </tr>
      </thead>
      <tbody>
        {tiers
          .toSorted((a, b) => b.rank - a.rank)
          .map((tier) => (
            <Row key={tier.tier}>
              <Cell header>
                <TierOf tiers={places} tier={tier.tier} />
              </Cell>
              {compared && (
                <Cell numeric muted>
                  {tier.before === null ? "–" : formatCount(tier.before)}
                </Cell>
              )}
              <Cell numeric>{formatCount(tier.partners)}</Cell>
              {compared && <Cell numeric>{tier.before === null ? "–" : formatChange(tier.partners - tier.before, 0)}</Cell>}
              <Cell numeric muted>
                {partners === 0 ? "–" : formatShare(tier.partners / partners, 1)}
              </Cell>
            </Row>
          ))}
      </tbody>
    </Table>
  );
}
