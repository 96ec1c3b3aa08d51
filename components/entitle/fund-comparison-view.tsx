import { formatDate, formatFiscalPeriod } from "@/components/format/date";
import { formatMinor, formatMinorChange } from "@/components/format/money";
import { counted, formatChange, formatCount } from "@/components/format/number";
import { TierBadge } from "@/components/score/tier-badge";
import { fundPath, scorecardPath } from "@/components/shell/routes";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { FundComparison } from "@/lib/contracts/fund";

/** The same budget by two runs: what moves between the tiers, and for whom most. */
export function FundComparisonView({ comparison }: { readonly comparison: FundComparison }) {
  const { fund, other, moves, movesTotal } = comparison;
  const name = `${fund.benefit.name}, ${formatFiscalPeriod(fund.period)}`;
  const tierNames = new Map(comparison.tiers.map((tier) => [tier.tier, tier.name]));
  const tierName = (tier: string | null) => (tier === null ? "no part" : (tierNames.get(tier) ?? tier));
  return (
    <>
      <PageHeader
        back={{ href: fundPath(fund.number), label: name }}
        title={`${name} by run ${other.run}`}
        lead={`What ${formatMinor(fund.budget, fund.currency)} become by run ${other.run}, as of ${formatDate(other.asOf)}, version ${other.program}${other.status === "draft" ? ", a draft" : ""}, instead of run ${fund.run.number}, version ${fund.program.version}. Both as proposed, without adjustments. Nothing is stored.`}
      />
      <Section title="By tier">
        <TierShifts comparison={comparison} />
      </Section>
      <Section
        title="Who gets more or less"
        aside={movesTotal > moves.length ? `The largest ${moves.length} of ${formatCount(movesTotal)}` : counted(movesTotal, "partner")}
      >
        {moves.length === 0 ? (
          <EmptyState title="Nobody">The two runs propose the same amounts.</EmptyState>
        ) : (
          <Table caption="Who gets more or less">
            <thead>
              <tr>
                <HeadCell>Partner</HeadCell>
                <HeadCell wideOnly>Tier</HeadCell>
                <HeadCell numeric wideOnly>
                  Run {fund.run.number}
                </HeadCell>
                <HeadCell numeric wideOnly>
                  Run {other.run}
                </HeadCell>
                <HeadCell numeric>Change</HeadCell>
              </tr>
            </thead>
            <tbody>
              {moves.map(({ partner, tierBefore, tierAfter, before, after }) => {
                const tier = tierBefore === tierAfter ? tierName(tierAfter) : `${tierName(tierBefore)} → ${tierName(tierAfter)}`;
                return (
                  <Row key={partner.code}>
                    <Cell header>
                      <TextLink strong href={scorecardPath(partner.code, other.run)}>
                        {partner.name}
                      </TextLink>
                      <span className="block text-xs text-muted">{partner.code}</span>
                      <NarrowLine>
                        {tier}: {formatMinor(before, fund.currency)} → {formatMinor(after, fund.currency)}
                      </NarrowLine>
                    </Cell>
                    <Cell wideOnly>{tier}</Cell>
                    <Cell numeric wideOnly muted>
                      {formatMinor(before, fund.currency)}
                    </Cell>
                    <Cell numeric wideOnly>
                      {formatMinor(after, fund.currency)}
                    </Cell>
                    <Cell numeric>{formatMinorChange(after - before, fund.currency)}</Cell>
                  </Row>
                );
              })}
            </tbody>
          </Table>
        )}
      </Section>
    </>
  );
}

function TierShifts({ comparison: { fund, other, tiers, unallocated } }: { readonly comparison: FundComparison }) {
  const money = (amount: typeof unallocated.before) => formatMinor(amount, fund.currency);
  return (
    <Table caption="Before and after by tier">
      <thead>
        <tr>
          <HeadCell>Tier</HeadCell>
          <HeadCell numeric wideOnly>
            Partners
          </HeadCell>
          <HeadCell numeric wideOnly>
            Run {fund.run.number}
          </HeadCell>
          <HeadCell numeric wideOnly>
            Run {other.run}
          </HeadCell>
          <HeadCell numeric>Change</HeadCell>
        </tr>
      </thead>
      <tbody>
        {tiers.map(({ tier, name, before, after }, i) => (
          <Row key={tier}>
            <Cell header>
              <TierBadge name={name} place={tiers.length - i} of={tiers.length + 1} />
              <NarrowLine>
                {formatCount(before.partners)} → {counted(after.partners, "partner")}: {money(before.amount)} → {money(after.amount)}
              </NarrowLine>
            </Cell>
            <Cell numeric wideOnly>
              {formatCount(before.partners)} → {formatCount(after.partners)}
              <span className="block text-xs text-muted">{formatChange(after.partners - before.partners, 0)}</span>
            </Cell>
            <Cell numeric wideOnly muted>
              {money(before.amount)}
            </Cell>
            <Cell numeric wideOnly>
              {money(after.amount)}
            </Cell>
            <Cell numeric>{formatMinorChange(after.amount - before.amount, fund.currency)}</Cell>
          </Row>
        ))}
        <Row>
          <Cell header>
            Unallocated
            <NarrowLine>
              {money(unallocated.before)} → {money(unallocated.after)}
            </NarrowLine>
          </Cell>
          <Cell wideOnly />
          <Cell numeric wideOnly muted>
            {money(unallocated.before)}
          </Cell>
          <Cell numeric wideOnly>
            {money(unallocated.after)}
          </Cell>
          <Cell numeric>{formatMinorChange(unallocated.after - unallocated.before, fund.currency)}</Cell>
        </Row>
      </tbody>
    </Table>
  );
}
