import { formatChange, formatCount } from "@/components/format/number";
import { TierBadge } from "@/components/score/tier-badge";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import type { ChangeCounts, Effects } from "@/lib/domain/optimize/effects";

type TierChangeTableProps = { readonly effects: Effects; readonly change: ChangeCounts };

/** Partners by tier, the highest first, in the run and by the draft. */
export function TierChangeTable({ effects, change }: TierChangeTableProps) {
  const inColumn = (column: number) => change.matrix.reduce((sum, row) => sum + (row[column] ?? 0), 0);
  const inRow = (row: number) => (change.matrix[row] ?? []).reduce((sum, partners) => sum + partners, 0);
  const rows = effects.after.map(({ tier, name }, place) => {
    const before = effects.before.findIndex((other) => other.tier === tier);
    return { tier, name, place, before: before < 0 ? null : inRow(before), after: inColumn(place) };
  });
  return (
    <Table caption="Partners by tier">
      <thead>
        <tr>
          <HeadCell>Tier</HeadCell>
          <HeadCell numeric>Run</HeadCell>
          <HeadCell numeric>Draft</HeadCell>
          <HeadCell numeric>Change</HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.toReversed().map(({ tier, name, place, before, after }) => (
          <Row key={tier}>
            <Cell header>
              <TierBadge name={name} place={place} of={effects.after.length} />
            </Cell>
            <Cell numeric muted>
              {before === null ? "–" : formatCount(before)}
            </Cell>
            <Cell numeric>{formatCount(after)}</Cell>
            <Cell numeric>{before === null ? "new" : formatChange(after - before, 0)}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
