import type { MetricSource, SaleRate } from "@/lib/domain/define/metric";
import type { MetricInput } from "@/lib/domain/run-input";
import { daysBetween } from "@/lib/domain/shared/calendar-day";
import { percentage } from "@/lib/domain/shared/exact-decimal";
import { type FactCodes, type FactIds, narrowed } from "./fact-filter";
import type { OpenRange } from "./month-split";
import type { PosFigure, PosMeasures } from "./pos-measure";
import type { ProgramMoney } from "./program-money";
import type { SourceRange } from "./source-range";

const DAYS_A_WEEK = 7;
const WHOLE_BPS = 10_000n;
const VALUE_ITSELF: readonly SaleRate[] = [{ from: null, bps: 10_000 }];

export type PosSource = Extract<
  MetricSource,
  { kind: "posRevenue" | "posUnits" | "posGrowth" | "posShare" | "posVelocity" | "activeRegions" | "activeMonths" }
>;

/** A metric's value from the figures of one partner. */
export type PosJudge = (figure: (measure: number) => PosFigure) => Omit<MetricInput, "from" | "until">;

/** What the judges of one reading share. `within`: what the whole reading is narrowed to. */
export type PosReading = { readonly measures: PosMeasures; readonly codes: FactCodes; readonly money: ProgramMoney; readonly within: FactIds };

/**
 * Asks for the measures a metric needs and tells what to make of them. A partner without any POS line in the window, whatever the
 * filter, has no data: it may not have reported. With some, a sum or count of none is zero.
 */
export function judgePos(metric: string, source: PosSource, range: SourceRange, { measures, codes, money, within }: PosReading): PosJudge {
  const { window, prior } = range;
  const filter = narrowed(codes.resolve(metric, source.filter), within);
  const reported = measures.add(window, within);
  const withData =
    (judge: PosJudge): PosJudge =>
    (figure) =>
      figure(reported).lines === 0 ? { value: null, reason: "no_facts", facts: 0 } : judge(figure);

  switch (source.kind) {
    case "posRevenue": {
      const parts = rateStretches(source.rates ?? VALUE_ITSELF, window).map(({ bps, range: days }) => ({
        bps,
        net: measures.add(days, filter, { sum: "net_e4" }),
      }));
      return withData((figure) => ({
        value: money.toMajor(
          parts.reduce((total, { bps, net }) => total + money.total(figure(net).sums) * BigInt(bps), 0n),
          WHOLE_BPS,
        ),
        facts: parts.reduce((facts, { net }) => facts + figure(net).lines, 0),
      }));
    }
    case "posUnits": {
      const units = measures.add(window, filter, { sum: "units" });
      return withData((figure) => ({ value: unitsOf(figure(units)), facts: figure(units).lines }));
    }
    case "posVelocity": {
      const sold = measures.add(window, filter, { sum: source.of === "units" ? "units" : "net_e4" });
      const days = window.from === null ? 0 : daysBetween(window.from, window.until);
      return withData((figure) => {
        const { lines, sums } = figure(sold);
        if (days <= 0) return { value: null, reason: "undefined_base", facts: lines };
        const value =
          source.of === "units" ? (unitsOf(figure(sold)) * DAYS_A_WEEK) / days : money.toMajor(money.total(sums) * BigInt(DAYS_A_WEEK), BigInt(days));
        return { value, facts: lines };
      });
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

function unitsOf({ sums }: PosFigure): number {
  return Number([...sums.values()].reduce((sum, count) => sum + count, 0n));
}

/** The parts of a window in which one rate holds. */
function rateStretches(rates: readonly SaleRate[], window: OpenRange): { readonly bps: number; readonly range: OpenRange }[] {
  return rates.flatMap(({ from, bps }, i) => {
    const next = rates[i + 1]?.from ?? null;
    const range = {
      from: from === null || (window.from !== null && window.from > from) ? window.from : from,
      until: next === null || next > window.until ? window.until : next,
    };
    return range.from === null || range.from < range.until ? [{ bps, range }] : [];
  });
}

/** In percent; undefined on a base of zero or less. */
function ratio(part: bigint, base: bigint): Pick<MetricInput, "value" | "reason"> {
  return base <= 0n ? { value: null, reason: "undefined_base" } : { value: percentage(part, base) };
}
