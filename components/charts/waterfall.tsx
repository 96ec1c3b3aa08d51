import { scale } from "./scale";

export type WaterfallStep = {
  readonly key: string;
  readonly label: string;
  readonly note: string;
  /** Where the bar begins and ends. */
  readonly from: number;
  readonly to: number;
  /** The step's own figure and the total after it, as text. */
  readonly figure: string;
  readonly total: string;
  readonly look: "part" | "loss" | "sum";
};

type WaterfallProps = {
  readonly caption: string;
  readonly heads: readonly [string, string, string];
  readonly max: number;
  readonly steps: readonly WaterfallStep[];
};

const LOOKS = {
  part: "bg-accent/60",
  loss: "bg-[repeating-linear-gradient(135deg,var(--color-line-strong)_0_1px,var(--color-track)_1px_5px)]",
  sum: "bg-accent",
} as const;

/** Bars that start where the one before ended. A table: the figures beside the bars say the same to everyone. */
export function Waterfall({ caption, heads, max, steps }: WaterfallProps) {
  const place = scale([0, max], [0, 100]);
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-xs text-muted">
        <tr>
          <th scope="col" className="pb-1.5 text-left font-medium">
            {heads[0]}
          </th>
          <td aria-hidden className="max-sm:hidden" />
          <th scope="col" className="figures pb-1.5 font-medium">
            {heads[1]}
          </th>
          <th scope="col" className="figures pb-1.5 pl-4 font-medium">
            {heads[2]}
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.key} className={`border-t border-line ${step.look === "sum" ? "font-semibold" : ""}`}>
            <th scope="row" className="w-1/4 py-2 pr-4 text-left font-[inherit]">
              {step.label}
              <span className="block text-xs font-normal text-muted">{step.note}</span>
            </th>
            <td aria-hidden className="py-2 max-sm:hidden">
              <div className="relative h-5 border-x border-line">
                <div
                  className={`absolute inset-y-0 min-w-px rounded-xs ${LOOKS[step.look]}`}
                  style={{ left: `${place(Math.min(step.from, step.to))}%`, width: `${place(Math.abs(step.to - step.from))}%` }}
                />
              </div>
            </td>
            <td className="figures w-20 py-2 pl-4">{step.figure}</td>
            <td className="figures w-16 py-2 pl-4">{step.total}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
