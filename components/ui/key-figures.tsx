import type { Route } from "next";
import type { ReactNode } from "react";
import { TextLink } from "./text-link";

/** `href`: the page with the records that the figure counts. */
type Figure = { readonly label: string; readonly value: ReactNode; readonly note?: ReactNode; readonly href?: Route };
type KeyFiguresProps = { readonly figures: readonly Figure[] };

const MEDIUM = ["", "md:grid-cols-1 print:grid-cols-1", "md:grid-cols-2", "md:grid-cols-3 print:grid-cols-3", "md:grid-cols-4 print:grid-cols-4"];
const WIDE = ["", "xl:grid-cols-1", "xl:grid-cols-2", "xl:grid-cols-3", "xl:grid-cols-4", "xl:grid-cols-5", "xl:grid-cols-6"];

/** A few numbers side by side, divided by hairlines. None stands alone in a last row: of an odd number in two columns the first takes a row. */
export function KeyFigures({ figures }: KeyFiguresProps) {
  const columns = `grid-cols-2 ${MEDIUM[columnsOf(figures.length, 4)]} ${WIDE[columnsOf(figures.length, 6)]}`;
  const lead = figures.length % 2 === 1 ? "first:col-span-2 md:first:col-span-1 print:first:col-span-1" : "";
  return (
    <div className="overflow-x-clip border-y border-line py-4">
      {/* The hairline before the first column lies outside of the box. */}
      <dl className={`-ml-4.25 grid gap-y-5 ${columns}`}>
        {figures.map((figure) => (
          <div key={figure.label} className={`min-w-0 border-l border-line px-4 ${lead}`}>
            <dt className="text-xs text-muted">{figure.label}</dt>
            <dd className="mt-0.5 text-xl font-semibold tracking-tight tabular-nums [&_a]:font-semibold [&_a]:underline [&_a]:decoration-line-strong">
              {figure.href === undefined ? (
                figure.value
              ) : (
                <TextLink href={figure.href} strong>
                  {figure.value}
                </TextLink>
              )}
            </dd>
            {figure.note && <dd className="text-xs text-muted">{figure.note}</dd>}
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The most columns up to `most` that fill every row, or else that leave more than one in the last. */
function columnsOf(count: number, most: number): number {
  const choices = Array.from({ length: most }, (_, place) => most - place);
  return choices.find((columns) => columns > 1 && count % columns === 0) ?? choices.find((columns) => columns > 1 && count % columns !== 1) ?? 1;
}
