import { formatFiscalPeriod } from "@/components/format/date";
import { formatCount } from "@/components/format/number";
import { TierBadge } from "@/components/score/tier-badge";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import type { BackTest, BackTestQuarter } from "@/lib/contracts/back-test";
import { againstWords, followedWords, movementsWords } from "./back-test-words";
import { CostTable } from "./cost-table";

type BackTestQuarterViewProps = { readonly quarter: BackTestQuarter; readonly tiers: BackTest["tiers"]; readonly currency: string };

/** One past quarter: partners by tier, in the draft and as published, what their revenue did after, and what the tiers cost. */
export function BackTestQuarterView({ quarter, tiers, currency }: BackTestQuarterViewProps) {
  const { decided, movements, followed, costs, unscored } = quarter;
  return (
    <section aria-label={formatFiscalPeriod(quarter)} className="space-y-3">
      <h3 className="text-sm font-semibold">{formatFiscalPeriod(quarter)}</h3>
      <p className="max-w-prose text-sm text-muted">
        {movementsWords(movements)} {decided !== null && againstWords(decided)} {unscored > 0 && `${formatCount(unscored)} without a score.`}
      </p>
      <Table caption={`Partners by tier, ${formatFiscalPeriod(quarter)}`}>
        <thead>
          <tr>
            <HeadCell>Tier</HeadCell>
            <HeadCell numeric>Published</HeadCell>
            <HeadCell numeric>Draft</HeadCell>
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
                {publishedIn(quarter, tier)}
              </Cell>
              <Cell numeric>{formatCount(quarter.tiers[place] ?? 0)}</Cell>
              <Cell numeric>{followedWords(followed?.tiers[place])}</Cell>
            </Row>
          ))}
          {followed !== null && (
            <Row>
              <Cell header>All</Cell>
              <Cell numeric muted>
                {decided === null ? "–" : formatCount(quarter.partners)}
              </Cell>
              <Cell numeric>{formatCount(quarter.partners)}</Cell>
              <Cell numeric>{followedWords(followed.all)}</Cell>
            </Row>
          )}
        </tbody>
      </Table>
      <p className="max-w-prose text-xs text-muted">
        {followed === null
          ? "What followed is not known: the quarter after is not over, or the program measures no sales."
          : "Revenue after: that of the quarter after against the year before, the median of the tier’s partners that sold then; of fewer than five a dash."}
      </p>
      {costs.length > 0 && <CostTable effects={{ costs, currency }} atTiersOf="of that quarter" />}
    </section>
  );
}

/** Partners that were published in a tier; a dash without a run of that day, or where it had no such tier. */
function publishedIn({ decided }: BackTestQuarter, tier: string): string {
  const place = decided?.tiers.findIndex((one) => one.tier === tier) ?? -1;
  const row = decided?.change.matrix[place];
  return row === undefined ? "–" : formatCount(row.reduce((sum, partners) => sum + partners, 0));
}
