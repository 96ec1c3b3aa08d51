import { type Minor, minorDigits, minorToMajor, toMinor } from "@/lib/domain/shared/money";
import { joinSign, numberFormat, withMinus } from "./number";
import { ungrouped } from "./typed-number";

const FIGURE_SPACE = "\u2007";
const PUNCTUATION_SPACE = "\u2008";

/** Major units, rounded to the decimals of ISO 4217, which funds count in: $1,204.50. Where few use them (HUF, COP), browsers leave them out by themselves. */
export function formatMoney(major: number, currency: string): string {
  const digits = minorDigits(currency);
  return withMinus(numberFormat({ style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(major));
}

/** Minor units with all the currency's decimals: 120450 cents are $1,204.50. */
export function formatMinor(amount: Minor, currency: string): string {
  return formatMoney(minorToMajor(amount, currency), currency);
}

/** A change in minor units, always with its sign: +$1,204.50, −$3.00, ±$0.00. */
export function formatMinorChange(amount: number, currency: string): string {
  const text = formatMinor(toMinor(Math.abs(amount)), currency);
  return joinSign(amount === 0 ? `±${text}` : `${amount < 0 ? "−" : "+"}${text}`);
}

/** What is spent for each major unit of revenue, to a tenth of a hundredth: 0.0123 is $0.012. */
export function formatPerUnit(share: number, currency: string): string {
  return withMinus(numberFormat({ style: "currency", currency, minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(share));
}

/**
 * An amount as a person types it or as `formatMinor` writes it, "120,450.5", "$120450.50" or "CHF 120,450.50", in minor units; null for what
 * is no amount or finer than the currency.
 */
export function readAmount(text: string, currency: string): Minor | null {
  const number = text
    .toUpperCase()
    .replace(symbolOf(currency), "")
    .replace(currency, "")
    .replace(/[$€£¥]/g, "");
  const written = /^(\d+)(?:\.(\d*))?$/.exec(ungrouped(number) ?? "");
  const digits = minorDigits(currency);
  const [, whole = "", fraction = ""] = written ?? [];
  if (written === null || fraction.length > digits || whole.length > 13) return null;
  return toMinor(BigInt(whole + fraction.padEnd(digits, "0")));
}

function symbolOf(currency: string): string {
  const parts = numberFormat({ style: "currency", currency }).formatToParts(0);
  return parts.find(({ type }) => type === "currency")?.value.toUpperCase() ?? currency;
}

/** Major units for headings and columns, which line up: $1.2M, $500.0K, $12. */
export function formatMoneyShort(major: number, currency: string): string {
  const decimals = Math.abs(major) < 1000 ? 0 : 1;
  return withMinus(
    numberFormat({ style: "currency", currency, notation: "compact", minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
      major,
    ),
  );
}

/** Major units for axes, whose ticks are round numbers: $1.2M, $500K. */
export function formatMoneyTick(major: number, currency: string): string {
  return withMinus(
    numberFormat({ style: "currency", currency, notation: "compact", minimumFractionDigits: 0, maximumFractionDigits: 1 }).format(major),
  );
}

/** Major units without decimals, for values in the thousands where cents would be noise: $120,450. */
export function formatMoneyWhole(major: number, currency: string): string {
  return withMinus(numberFormat({ style: "currency", currency, maximumFractionDigits: 0 }).format(major));
}

/** An amount that a rule states, in major units and with all its digits: $250,000, $0.50, $0.005. */
export function formatMoneyStated(major: number, currency: string): string {
  if (Number.isInteger(major)) return formatMoneyWhole(major, currency);
  const own = minorDigits(currency);
  return withMinus(numberFormat({ style: "currency", currency, minimumFractionDigits: own, maximumFractionDigits: MOST_DIGITS }).format(major));
}

const MOST_DIGITS = 20;

/** Ten-thousandths of a major unit with `decimals` digits, so that what is shown adds up. */
export function formatMoneyExact(tenThousandths: number, currency: string, decimals: number): string {
  return withMinus(
    numberFormat({ style: "currency", currency, minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(tenThousandths / 10_000),
  );
}

/** Ten-thousandths of a major unit with the currency's own decimals, and with four only where the amount truly has more. */
export function formatMoneyToTheLast(tenThousandths: number, currency: string): string {
  return formatMoneyExact(tenThousandths, currency, exactDecimals([tenThousandths], currency));
}

/** The same in a column whose finest amount has `columnDecimals`: blanks as wide as the digits it lacks keep the points below each other. */
export function formatMoneyInColumn(tenThousandths: number, currency: string, columnDecimals: number): string {
  const decimals = exactDecimals([tenThousandths], currency);
  const point = decimals === 0 && columnDecimals > 0 ? PUNCTUATION_SPACE : "";
  return formatMoneyExact(tenThousandths, currency, decimals) + point + FIGURE_SPACE.repeat(Math.max(0, columnDecimals - decimals));
}

/** The digits after the point that amounts need: the currency's own, or four as soon as one amount has more. */
export function exactDecimals(amounts: readonly number[], currency: string): number {
  const own = minorDigits(currency);
  return amounts.every((amount) => amount % 10 ** (4 - own) === 0) ? own : 4;
}

/** Whether an amount is finer than its currency's smallest coin. */
export function isFinerThanItsCurrency(tenThousandths: number, currency: string): boolean {
  return exactDecimals([tenThousandths], currency) > minorDigits(currency);
}
