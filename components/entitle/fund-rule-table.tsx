import { formatMinor } from "@/components/format/money";
import { TierBadge } from "@/components/score/tier-badge";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import type { FundPage } from "@/lib/contracts/fund";

type FundRuleTableProps = { readonly tiers: FundPage["tiers"]; readonly currency: string };

/** Base, floor and cap by tier, the highest first; tiers without a base take no part. */
export function FundRuleTable({ tiers, currency }: FundRuleTableProps) {
  const money = (amount: FundPage["tiers"][number]["base"], none: string) => (amount === null ? none : formatMinor(amount, currency));
  return (
    <Table caption="Base, floor and cap by tier">
      <thead>
        <tr>
          <HeadCell>Tier</HeadCell>
          <HeadCell numeric>Base</HeadCell>
          <HeadCell numeric wideOnly>
            Floor
          </HeadCell>
          <HeadCell numeric wideOnly>
            Cap
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {tiers
          .map((tier, place) => ({ ...tier, place }))
          .toReversed()
          .map(({ tier, name, base, floor, cap, place }) => (
            <Row key={tier}>
              <Cell header>
                <TierBadge name={name} place={place} of={tiers.length} />
              </Cell>
              <Cell numeric>
                {money(base, "no part")}
                {base !== null && floor !== null && <NarrowLine>floor {money(floor, "none")}</NarrowLine>}
                {base !== null && cap !== null && <NarrowLine>cap {money(cap, "none")}</NarrowLine>}
              </Cell>
              <Cell numeric wideOnly>
                {base === null ? "" : money(floor, "none")}
              </Cell>
              <Cell numeric wideOnly>
                {base === null ? "" : money(cap, "none")}
              </Cell>
            </Row>
          ))}
      </tbody>
    </Table>
  );
}
