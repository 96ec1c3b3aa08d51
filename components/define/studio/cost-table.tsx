import { formatMinor, formatMinorChange } from "@/components/format/money";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import type { Effects } from "@/lib/domain/optimize/effects";
import type { Minor } from "@/lib/domain/shared/money";

type CostTableProps = {
  readonly effects: Pick<Effects, "costs" | "currency">;
  /** Whose tiers: "of today", "of that quarter". */
  readonly atTiersOf?: string;
};

/** What the benefits that are money take in a year, in the run and by the draft. */
export function CostTable({ effects: { costs, currency }, atTiersOf = "of today" }: CostTableProps) {
  if (costs.length === 0) return <p className="text-sm text-muted">The program grants no money, so nothing is at stake.</p>;
  return (
    <>
      <Table caption="What the benefits take in a year">
        <thead>
          <tr>
            <HeadCell>Benefit</HeadCell>
            <HeadCell numeric wideOnly>
              Run
            </HeadCell>
            <HeadCell numeric>Draft</HeadCell>
            <HeadCell numeric wideOnly>
              Change
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {costs.map(({ benefit, name, per, before, after }) => (
            <Row key={benefit}>
              <Cell header>
                {name}
                {per === "activity" && <span className="block text-xs text-muted">for one activity of every partner</span>}
              </Cell>
              <Cell numeric muted wideOnly>
                {amountWords(before, currency)}
              </Cell>
              <Cell numeric>
                {amountWords(after, currency)}
                <NarrowLine>was {amountWords(before, currency)}</NarrowLine>
                <NarrowLine>{changeWords(before, after, currency)}</NarrowLine>
              </Cell>
              <Cell numeric wideOnly>
                {changeWords(before, after, currency)}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      <p className="mt-2 max-w-prose text-xs text-muted">
        A year at the tiers {atTiersOf}: amounts times the partners that are granted them, and rates of each partner’s revenue in a year.
      </p>
    </>
  );
}

function amountWords(amount: Minor | null, currency: string): string {
  return amount === null ? "–" : formatMinor(amount, currency);
}

function changeWords(before: Minor | null, after: Minor | null, currency: string): string {
  return before === null || after === null ? "–" : formatMinorChange(after - before, currency);
}
