import type { Program } from "@/lib/domain/define/program";
import { divideHalfAway, exactDecimal, tenTo } from "@/lib/domain/shared/exact-decimal";
import { minorDigits, minorToMajor, toMinor } from "@/lib/domain/shared/money";
import { MissingRateError } from "@/lib/errors";
import { toSafeInteger } from "../rows";

/** Sums in ten-thousandths of each currency's major unit. */
export type AmountsE4 = ReadonlyMap<string, bigint>;

const AMOUNT_DECIMALS = 4;

/**
 * Converts sums of several currencies with the program's own exchange rates. A `total` is exact, in a unit far below the minor
 * unit that only this object knows: totals compare, subtract and divide without rounding, and are rounded once, by `toMajor`.
 */
export type ProgramMoney = {
  /** @throws AppError unprocessable naming a currency without a rate */
  readonly total: (amounts: AmountsE4) => bigint;
  /** Major units of the program's currency, the total divided by `by`, rounded once, half away from zero, to its minor unit. RangeError for what does not fit. */
  readonly toMajor: (total: bigint, by?: bigint) => number;
  /** Ten-thousandths of the program's currency, rounded half away from zero; exact where nothing was converted. RangeError for what does not fit. */
  readonly toE4: (total: bigint) => number;
};

export function programMoney({ currency, exchangeRates }: Pick<Program, "currency" | "exchangeRates">): ProgramMoney {
  const rates = new Map(exchangeRates.map((entry) => [entry.currency, exactDecimal(entry.rate)]));
  rates.set(currency, { digits: 1n, decimals: 0 });
  const decimals = Math.max(...[...rates.values()].map((rate) => rate.decimals));
  const factors = new Map([...rates].map(([of, rate]) => [of, rate.digits * tenTo(decimals - rate.decimals)]));

  const factor = (of: string): bigint => {
    const known = factors.get(of);
    if (known !== undefined) return known;
    throw new MissingRateError(of, currency);
  };
  return {
    total: (amounts) => [...amounts].reduce((sum, [of, amount]) => sum + amount * factor(of), 0n),
    toMajor: (total, by = 1n) =>
      minorToMajor(toMinor(divideHalfAway(total * tenTo(minorDigits(currency)), tenTo(AMOUNT_DECIMALS + decimals) * by)), currency),
    toE4: (total) => toSafeInteger(divideHalfAway(total, tenTo(decimals))),
  };
}
