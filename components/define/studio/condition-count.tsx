import { formatCount } from "@/components/format/number";
import type { ConditionCounts } from "@/lib/domain/optimize/behind";

type ConditionCountProps = { readonly counts: ConditionCounts | null };

/** How many of today's partners meet a condition; those without data are said apart, since they are not short of it. */
export function ConditionCount({ counts }: ConditionCountProps) {
  if (counts === null) return null;
  return (
    <span className="text-xs whitespace-nowrap text-muted tabular-nums">
      {formatCount(counts.met)} meet it{counts.noData > 0 && `, ${formatCount(counts.noData)} without data`}
    </span>
  );
}
