import { numberFormat, withMinus } from "./number";

/** Major units, rounded to the currency's own decimals: $1,204.50. */
export function formatMoney(major: number, currency: string): string {
  return withMinus(numberFormat({ style: "currency", currency }).format(major));
}

/** Major units for headings and axes: $1.2M. */
export function formatMoneyShort(major: number, currency: string): string {
  return withMinus(numberFormat({ style: "currency", currency, notation: "compact", maximumFractionDigits: 1 }).format(major));
}

/** Major units without decimals, for values in the thousands where cents would be noise: $120,450. */
export function formatMoneyWhole(major: number, currency: string): string {
  return withMinus(numberFormat({ style: "currency", currency, maximumFractionDigits: 0 }).format(major));
}

/** Ten-thousandths of a major unit with `decimals` digits, so that what is shown adds up. */
export function formatMoneyExact(tenThousandths: number, currency: string, decimals: number): string {
  return withMinus(
    numberFormat({ style: "currency", currency, minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(tenThousandths / 10_000),
  );
}

/** The digits after the point that amounts of one column need: the currency's own, or four as soon as one amount has more. */
export function exactDecimals(amounts: readonly number[], currency: string): number {
  const own = numberFormat({ style: "currency", currency }).resolvedOptions().minimumFractionDigits ?? 2;
  return amounts.every((amount) => amount % 10 ** (4 - own) === 0) ? own : 4;
}
