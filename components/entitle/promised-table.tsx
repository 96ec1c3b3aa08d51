import { formatMoney } from "@/components/format/money";
import { formatCount } from "@/components/format/number";
import { TierOf, tierPlaces } from "@/components/score/tier-badge";
import { standingsPath } from "@/components/shell/routes";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { EntitlementOverview } from "@/lib/contracts/entitlement-overview";
import { minorToMajor } from "@/lib/domain/shared/money";

type PromisedTableProps = {
  readonly promise: EntitlementOverview["promised"][number];
  readonly run: EntitlementOverview["run"];
  readonly currency: string;
};

/** What one benefit promises, tier by tier, the highest first; each count leads to its partners. */
export function PromisedTable({ promise, run, currency }: PromisedTableProps) {
  const places = tierPlaces(run.tiers);
  const money = (minor: EntitlementOverview["promised"][number]["total"]) => formatMoney(minorToMajor(minor, currency), currency);
  return (
    <Table caption={`${promise.name} promised`}>
      <thead>
        <tr>
          <HeadCell>Tier</HeadCell>
          <HeadCell numeric>Partners</HeadCell>
          <HeadCell numeric wideOnly>
            Each
          </HeadCell>
          <HeadCell numeric>Together</HeadCell>
        </tr>
      </thead>
      <tbody>
        {promise.tiers.toReversed().map(({ tier, partners, each, total }) => (
          <Row key={tier}>
            <Cell header>
              <TierOf tiers={places} tier={tier} />
              <NarrowLine>{each === null ? "nothing" : `${money(each)} each`}</NarrowLine>
            </Cell>
            <Cell numeric>
              <TextLink href={standingsPath(run.number, { tier })}>{formatCount(partners)}</TextLink>
            </Cell>
            <Cell numeric wideOnly>
              {each === null ? "–" : money(each)}
            </Cell>
            <Cell numeric>{money(total)}</Cell>
          </Row>
        ))}
        <Row>
          <Cell header>
            <strong>All tiers</strong>
          </Cell>
          <Cell numeric>
            <strong>{formatCount(promise.tiers.reduce((sum, { partners }) => sum + partners, 0))}</strong>
          </Cell>
          <Cell numeric wideOnly>
            {""}
          </Cell>
          <Cell numeric>
            <strong>{money(promise.total)}</strong>
          </Cell>
        </Row>
      </tbody>
    </Table>
  );
}
