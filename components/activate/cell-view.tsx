import { formatDate } from "@/components/format/date";
import { counted, formatPercent } from "@/components/format/number";
import { TierOf, tierPlaces } from "@/components/score/tier-badge";
import { scorecardPath } from "@/components/shell/routes";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyFigures } from "@/components/ui/key-figures";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { CoverageCellDetail } from "@/lib/contracts/coverage";
import { CandidateList } from "./candidate-list";
import { type CoverageAddress, coverageAddress } from "./coverage-address";
import { amountWords, potentialWords, sourceWords, stateReason, uncoveredSalesWords } from "./coverage-words";
import { StateMark } from "./state-mark";

type CellViewProps = { readonly cell: CoverageCellDetail; readonly address: CoverageAddress };

/** One cell: what it brings, who brings it, and when it is a gap who could. */
export function CellView({ cell, address }: CellViewProps) {
  const { run, rule, currency, qualifiedTier, path, line, category, state, potential } = cell;
  const region = path.at(-1);
  const tiers = tierPlaces(run.tiers);
  return (
    <>
      <PageHeader
        title={
          <span className="inline-flex flex-wrap items-center gap-x-3">
            {region?.name}, {line.name}
            <span className="text-base font-medium">
              <StateMark state={state} />
            </span>
          </span>
        }
        lead={`${stateReason(state, cell.partners, rule, potential !== null)} Run ${run.number}, as of ${formatDate(run.asOf)}, the last ${counted(rule.trailingMonths, "month")}.`}
        back={{
          href: coverageAddress("matrix", address, { region: region?.code, category: category.code }),
          label: `${path.map(({ name }) => name).join(", ")}: ${category.name}`,
        }}
      />
      <KeyFigures
        figures={[
          { label: "Revenue", value: amountWords(cell.revenueE4, currency), note: uncoveredSalesWords(state, cell.revenueE4) },
          { label: "Potential", value: potentialWords(potential, currency), note: sourceWords(potential) },
          {
            label: "Sold of the potential",
            value: potential === null || potential.amountE4 === 0 ? "not defined" : formatPercent((cell.revenueE4 / potential.amountE4) * 100),
          },
          { label: "Active qualified partners", value: cell.partners, note: `${qualifiedTier} or higher` },
        ]}
      />
      <Section title="Who sells here">
        {cell.sellers.length === 0 ? (
          <EmptyState title="Nobody">No partner sold this line here in these months.</EmptyState>
        ) : (
          <Table caption="Partners that sell in this cell">
            <thead>
              <tr>
                <HeadCell>Partner</HeadCell>
                <HeadCell wideOnly>Tier</HeadCell>
                <HeadCell wideOnly>Counts as</HeadCell>
                <HeadCell numeric>Revenue here</HeadCell>
              </tr>
            </thead>
            <tbody>
              {cell.sellers.map((seller) => (
                <Row key={seller.partner.code}>
                  <Cell header>
                    <TextLink strong href={scorecardPath(seller.partner.code, run.number)}>
                      {seller.partner.name}
                    </TextLink>
                    <NarrowLine>
                      {seller.tierName ?? "not in this run"}
                      {seller.overridden && " (set by hand)"}, {countsAs(seller, qualifiedTier)}
                    </NarrowLine>
                  </Cell>
                  <Cell wideOnly>
                    {seller.tier === null ? (
                      <span className="text-muted">not in this run</span>
                    ) : (
                      <TierOf tiers={tiers} tier={seller.tier} byHand={seller.overridden} />
                    )}
                  </Cell>
                  <Cell wideOnly>{countsAs(seller, qualifiedTier)}</Cell>
                  <Cell numeric>{amountWords(seller.revenueE4, currency)}</Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        )}
      </Section>
      {(state === "white_space" || state === "thin") && (
        <Section title="Who could" hint="Partners near that sell this line, or other lines of its category: the qualified first, then the nearest.">
          <CandidateList candidates={cell.candidates} run={run} currency={currency} qualifiedTier={qualifiedTier} />
        </Section>
      )}
    </>
  );
}

function countsAs({ isActive, isQualified }: CoverageCellDetail["sellers"][number], qualifiedTier: string): string {
  if (isActive && isQualified) return "active and qualified";
  if (isActive) return `active, not yet ${qualifiedTier}`;
  return isQualified ? "qualified, sells too little here" : `sells too little here, not yet ${qualifiedTier}`;
}
