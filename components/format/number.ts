/** The one place that knows how numbers are written; en-US until organizations can choose. */
export const LOCALE = "en-US";

const MINUS = "−";
const WORD_JOINER = "\u2060";
const formatters = new Map<string, Intl.NumberFormat>();

/** Formatters are costly to make and tables ask for thousands. */
export function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(LOCALE, options);
  formatters.set(key, made);
  return made;
}

/** A true minus sign is as wide as a digit, so that columns of figures line up. At the end of a line it stays with its amount. */
export function withMinus(text: string): string {
  return joinSign(text.replace("-", MINUS));
}

/** Between a sign and the currency after it a browser may break the line; between a sign and a digit it does not. */
export function joinSign(text: string): string {
  return text.replace(/^[−+±](?=[^\d.])/, `$&${WORD_JOINER}`);
}

/** A whole number: 60,855. */
export function formatCount(value: number): string {
  return withMinus(numberFormat({ maximumFractionDigits: 0 }).format(value));
}

/** A number with at most `decimals` digits after the point, none of them padded. */
export function formatNumber(value: number, decimals = 2): string {
  return withMinus(numberFormat({ maximumFractionDigits: decimals }).format(value));
}

/** A number that a rule states, with all its digits: 0.00005, 70.125. */
export function formatStated(value: number): string {
  return formatNumber(value, MOST_DIGITS);
}

/** More than a number in the document of a program can have after the point. */
const MOST_DIGITS = 20;

/** A number with exactly `decimals` digits after the point, for columns that must line up. */
export function formatFixed(value: number, decimals: number): string {
  return withMinus(numberFormat({ minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value));
}

/** Points with the program's decimals, so that they line up; with more only where these would make them another number. */
export function formatPoints(value: number, decimals: number): string {
  const isWhole = Math.abs(Number(value.toFixed(decimals)) - value) < 5e-5;
  return isWhole ? formatFixed(value, decimals) : formatNumber(value, 4);
}

/** The fewest digits after the point, at most `most`, with which all values of a column are written alike. */
export function columnDecimals(values: readonly number[], most = 2): number {
  return values.reduce((needed, value) => Math.max(needed, (formatNumber(value, most).split(".")[1] ?? "").length), 0);
}

/** A number as a person types it, with all its digits and nothing between them: "12500", "-0.5". */
export function formatTyped(value: number): string {
  return Math.abs(value) < 1e-6 && value !== 0 ? value.toFixed(12).replace(/0+$/, "") : String(value);
}

/** A change, always with its sign: +4.2, −1.0, ±0. */
export function formatChange(value: number, decimals: number): string {
  if (Number(value.toFixed(decimals)) === 0) return "±0";
  return withMinus(numberFormat({ minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: "always" }).format(value));
}

/** Percentage points as a percent: 12.5 is "12.5%". */
export function formatPercent(points: number, decimals = 1): string {
  return `${formatNumber(points, decimals)}%`;
}

/** A share from 0 to 1 as a percent: 0.4 is "40%". */
export function formatShare(share: number, decimals = 0): string {
  return formatPercent(share * 100, decimals);
}

/** "1 partner", "2 partners". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** "a", "a and b", "a, b, and c". */
export function listed(items: readonly string[], word: "and" | "or" = "and"): string {
  return new Intl.ListFormat(LOCALE, { type: word === "and" ? "conjunction" : "disjunction" }).format(items);
}

/** 1,536 is "1.5 kB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return counted(bytes, "byte");
  const steps = ["kilobyte", "megabyte", "gigabyte"] as const;
  const step = Math.min(steps.length, Math.floor(Math.log10(bytes) / 3));
  return numberFormat({ style: "unit", unit: steps[step - 1] ?? "gigabyte", maximumFractionDigits: 1 }).format(bytes / 1000 ** step);
}
