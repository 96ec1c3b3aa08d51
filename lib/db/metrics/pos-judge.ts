import type { MetricSource } from "@/lib/domain/define/metric";
import type { MetricInput } from "@/lib/domain/run-input";
import { percentage } from "@/lib/domain/shared/exact-decimal";
import type { FactCodes } from "./fact-filter";
import { NO_NARROWING, narrowed } from "./fact-filter";
import type { PosFigure, PosMeasures } from "./pos-measure";
import type { ProgramMoney } from "./program-money";
import type { SourceRange } from "./source-range";

export type PosSource = Extract<MetricSource, { kind: "posRevenue" | "posUnits" | "posGrowth" | "posShare" | "activeRegions" | "activeMonths" }>;

/** A metric's value from the figures of one partner. */
export type PosJudge = (figure: (measure: number) => PosFigure) => Omit<MetricInput, "from" | "until">;

/**
 * Asks for the measures a metric needs and tells what to make of them. A partner without any POS line in the window, whatever the
 * filter, has no data: it may not have reported. With some, a sum or count of none is zero.
 */
export function judgePos(
  metric: string,
  source: PosSource,
  range: SourceRange,
  { measures, codes, money }: { measures: PosMeasures; codes: FactCodes; money: ProgramMoney },
): PosJudge {
  const { window, prior } = range;
  const filter = codes.resolve(metric, source.filter);
  const reported = measures.add(window, NO_NARROWING);
  const withData =
    (judge: PosJudge): PosJudge =>
    (figure) =>
      figure(reported).lines === 0 ? { value: null, reason: "no_facts", facts: 0 } : judge(figure);

  switch (source.kind) {
    case "posRevenue": {
      const net = measures.add(window, filter, { sum: "net_e4" });
      return withData((figure) => ({ value: money.toMajor(money.total(figure(net).sums)), facts: figure(net).lines }));
    }
    case "posUnits": {
      const units = measures.add(window, filter, { sum: "units" });
      return withData((figure) => ({
        value: Number([...figure(units).sums.values()].reduce((sum, count) => sum + count, 0n)),
        facts: figure(units).lines,
      }));
    }
    case "activeRegions":
    case "activeMonths": {
      const active = measures.add(window, filter, { distinct: source.kind === "activeRegions" ? "region" : "month" });
      return withData((figure) => ({ value: figure(active).places.size, facts: figure(active).lines }));
    }
    case "posGrowth": {
      const now = measures.add(window, filter, { sum: "net_e4" });
      const before = prior === null ? null : measures.add(prior, filter, { sum: "net_e4" });
      return withData((figure) => {
        const base = before === null ? null : figure(before);
        const baseTotal = base === null ? 0n : money.total(base.sums);
        return { ...ratio(money.total(figure(now).sums) - baseTotal, baseTotal), facts: figure(now).lines + (base?.lines ?? 0) };
      });
    }
    case "posShare": {
      const whole = measures.add(window, filter, { sum: "net_e4" });
      const part = measures.add(window, narrowed(filter, codes.resolve(metric, source.share)), { sum: "net_e4" });
      return withData((figure) => ({ ...ratio(money.total(figure(part).sums), money.total(figure(whole).sums)), facts: figure(whole).lines }));
    }
  }
}

/** In percent; undefined on a base of zero or less. */
function ratio(part: bigint, base: bigint): Pick<MetricInput, "value" | "reason"> {
  return base <= 0n ? { value: null, reason: "undefined_base" } : { value: percentage(part, base) };
}
