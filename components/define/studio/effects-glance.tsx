import { formatCount } from "@/components/format/number";
import type { Look } from "@/lib/domain/optimize/what-if";
import type { SimulatorView } from "./simulator-client";

type EffectsGlanceProps = { readonly simulator: SimulatorView; readonly by: Look["by"] };

/** Who rises and falls, kept in sight while a rule is edited, where the effects themselves have no room beside it. */
export function EffectsGlance({ simulator: { lastTrial, tried }, by }: EffectsGlanceProps) {
  const change = lastTrial?.trial?.effects[by];
  if (change === undefined) return null;
  return (
    <a
      href="#effects"
      className="sticky bottom-2 z-10 flex items-center justify-between gap-4 rounded-md border border-line-strong/50 bg-raised px-3 py-2 text-sm shadow-sm lg:col-start-2 xl:hidden print:hidden"
    >
      <span className={`tabular-nums ${tried?.trial === null ? "opacity-55" : ""}`}>
        <span className={change.promoted > 0 ? "font-medium text-good" : ""}>{formatCount(change.promoted)} rise</span>
        {", "}
        <span className={change.demoted > 0 ? "font-medium text-bad" : ""}>{formatCount(change.demoted)} fall</span>
        {change.unplaced > 0 && <span className="font-medium text-warn">, {formatCount(change.unplaced)} lose a tier that is gone</span>}
      </span>
      <span className="text-accent">What it does</span>
    </a>
  );
}
