import type { ReactNode } from "react";

type Figure = { readonly label: string; readonly value: ReactNode; readonly note?: ReactNode };
type KeyFiguresProps = { readonly figures: readonly Figure[] };

/** A few numbers side by side, divided by hairlines. */
export function KeyFigures({ figures }: KeyFiguresProps) {
  return (
    <dl className="grid grid-cols-2 gap-y-5 border-y border-line py-4 sm:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]">
      {figures.map((figure) => (
        <div key={figure.label} className="border-line px-4 sm:border-l sm:first:border-l-0 sm:first:pl-0 max-sm:px-0">
          <dt className="text-xs text-muted">{figure.label}</dt>
          <dd className="mt-0.5 text-xl font-semibold tracking-tight tabular-nums">{figure.value}</dd>
          {figure.note && <dd className="text-xs text-muted">{figure.note}</dd>}
        </div>
      ))}
    </dl>
  );
}
