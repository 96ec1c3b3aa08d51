import { formatCount } from "@/components/format/number";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { RunComparison } from "@/lib/contracts/run";
import { TierOf, tierPlaces } from "./tier-badge";

type MovementMatrixProps = { readonly comparison: RunComparison };

const NEW = null;
const CAPTION = "Movement between tiers: rows are the tier before, columns the tier now";

/** From which tier (rows) to which (columns); the diagonal stayed, above it rose, below it fell. */
export function MovementMatrix({ comparison }: MovementMatrixProps) {
  const places = tierPlaces(comparison.run.tiers);
  const highestFirst = places.toReversed();
  const count = (from: string | null, to: string) => comparison.matrix.find((cell) => cell.from === from && cell.to === to)?.partners ?? 0;
  const rows = [
    ...highestFirst.map(({ key, place }) => ({ key, place })),
    ...(comparison.matrix.some(({ from }) => from === NEW) ? [{ key: NEW, place: -1 }] : []),
  ];
  return (
    <ScrollRegion label={CAPTION}>
      <table className="border-collapse text-sm [&_td]:px-1.5 sm:[&_td]:px-3 [&_th]:px-1.5 sm:[&_th]:px-3 [&_tr>:first-child]:pl-0!">
        <caption className="sr-only">{CAPTION}</caption>
        <thead>
          <tr>
            <th scope="col" className="py-2 text-left text-xs font-medium text-muted">
              From ↓ to →
            </th>
            {highestFirst.map(({ key }) => (
              <th key={key} scope="col" className="py-2 text-right font-normal">
                <TierOf tiers={places} tier={key} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key ?? "new"} className="border-t border-line">
              <th scope="row" className="py-2 text-left font-normal">
                {row.key === NEW ? <span className="text-muted">New</span> : <TierOf tiers={places} tier={row.key} />}
              </th>
              {highestFirst.map((column) => (
                <MatrixCell
                  key={column.key}
                  partners={count(row.key, column.key)}
                  rise={row.key === NEW ? 0 : column.place - row.place}
                  stayed={row.key === column.key}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type MatrixCellProps = { readonly partners: number; readonly rise: number; readonly stayed: boolean };

function MatrixCell({ partners, rise, stayed }: MatrixCellProps) {
  if (partners === 0) return <td className="figures py-2 text-muted">–</td>;
  const look = stayed || rise === 0 ? "" : rise > 0 ? "bg-good-soft font-medium text-good" : "bg-bad-soft font-medium text-bad";
  return (
    <td className={`figures py-2 ${look}`}>
      {rise !== 0 && !stayed && <span aria-hidden>{rise > 0 ? "↑ " : "↓ "}</span>}
      {formatCount(partners)}
    </td>
  );
}
