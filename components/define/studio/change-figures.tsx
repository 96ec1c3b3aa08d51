import { formatCount } from "@/components/format/number";
import type { ChangeCounts } from "@/lib/domain/optimize/effects";

/** How many partners rise, fall and stay. */
export function ChangeFigures({ change }: { readonly change: ChangeCounts }) {
  const figures = [
    { label: "rise", value: change.promoted, tone: change.promoted > 0 ? "text-good" : "" },
    { label: "fall", value: change.demoted, tone: change.demoted > 0 ? "text-bad" : "" },
    { label: "stay", value: change.unchanged, tone: "" },
    ...(change.unplaced > 0 ? [{ label: "lose a tier that is gone", value: change.unplaced, tone: "text-warn" }] : []),
  ];
  return (
    <dl className="my-3 flex gap-6" aria-live="polite" aria-atomic>
      {figures.map(({ label, value, tone }) => (
        <div key={label} className="flex flex-col-reverse">
          <dt className="text-xs text-muted">{label}</dt>
          <dd className={`text-2xl font-semibold tracking-tight tabular-nums ${tone}`}>{formatCount(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
