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

/** Ten-thousandths of a major unit, to the last digit that is there, so that what is shown adds up. */
export function formatMoneyExact(tenThousandths: number, currency: string): string {
  const own = numberFormat({ style: "currency", currency }).resolvedOptions().minimumFractionDigits ?? 2;
  return withMinus(
    numberFormat({ style: "currency", currency, minimumFractionDigits: own, maximumFractionDigits: 4 }).format(tenThousandths / 10_000),
  );
}
