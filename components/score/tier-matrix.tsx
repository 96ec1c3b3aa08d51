import { formatCount } from "@/components/format/number";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { TierBadge } from "./tier-badge";

/** Lowest first. */
type Tiers = readonly { readonly key: string; readonly name: string }[];

type TierMatrixProps = {
  readonly caption: string;
  readonly before: Tiers;
  readonly after: Tiers;
  /** Partners that went from a tier to another one; from null, those that had none. */
  readonly count: (from: string | null, to: string) => number;
};

/** From which tier (rows) to which (columns); the diagonal stayed, above it rose, below it fell. What had no tier, or one that is gone, did neither. */
export function TierMatrix({ caption, before, after, count }: TierMatrixProps) {
  const columns = placed(after);
  const hasNew = after.some(({ key }) => count(null, key) > 0);
  return (
    <ScrollRegion label={caption}>
      <table className="border-collapse text-sm [&_td]:px-1.5 sm:[&_td]:px-3 [&_th]:px-1.5 sm:[&_th]:px-3 [&_tr>:first-child]:pl-0!">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="py-2 text-left text-xs font-medium text-muted">
              From ↓ to →
            </th>
            {columns.map(({ key, name, place }) => (
              <th key={key} scope="col" className="py-2 text-right font-normal">
                <TierBadge name={name} place={place} of={after.length} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {placed(before).map((row) => {
            const same = after.findIndex(({ key }) => key === row.key);
            return (
              <tr key={row.key} className="border-t border-line">
                <th scope="row" className="py-2 text-left font-normal">
                  <TierBadge name={row.name} place={row.place} of={before.length} />
                </th>
                {columns.map((column) => (
                  <MatrixCell key={column.key} partners={count(row.key, column.key)} rise={same < 0 ? 0 : column.place - same} />
                ))}
              </tr>
            );
          })}
          {hasNew && (
            <tr className="border-t border-line">
              <th scope="row" className="py-2 text-left font-normal">
                <span className="text-muted">New</span>
              </th>
              {columns.map(({ key }) => (
                <MatrixCell key={key} partners={count(null, key)} rise={0} />
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function placed(tiers: Tiers): { readonly key: string; readonly name: string; readonly place: number }[] {
  return tiers.map((tier, place) => ({ ...tier, place })).reverse();
}

type MatrixCellProps = { readonly partners: number; readonly rise: number };

function MatrixCell({ partners, rise }: MatrixCellProps) {
  if (partners === 0) return <td className="figures py-2 text-muted">–</td>;
  const look = rise === 0 ? "" : rise > 0 ? "bg-good-soft font-medium text-good" : "bg-bad-soft font-medium text-bad";
  return (
    <td className={`figures py-2 ${look}`}>
      {rise !== 0 && <span aria-hidden>{rise > 0 ? "↑ " : "↓ "}</span>}
      {formatCount(partners)}
    </td>
  );
}
