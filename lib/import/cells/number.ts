import { z } from "zod";
import type { CellType } from "../column";
import { CellFault } from "../row-error";
import { plainDecimal } from "./plain-decimal";

/** An amount of money in ten-thousandths of the currency's major unit ("2024.9940" is 20249940); always a safe integer. */
export const AmountE4 = z.int().brand<"AmountE4">();
export type AmountE4 = z.infer<typeof AmountE4>;

const AMOUNT_DECIMALS = 4;
const AMOUNT_OUT_OF_RANGE = new CellFault("out_of_range", "Amounts up to 900,719,925,474.0991 are accepted; check the value.");
const TOO_MANY_DECIMALS = new CellFault("too_many_decimals", "At most 4 decimals are kept exactly; round the amount where it comes from.");
const NOT_AN_INTEGER = new CellFault("not_an_integer", "A whole number is expected; remove the decimals.");
const TOO_MANY_DIGITS = new CellFault("out_of_range", "At most 15 significant digits are kept exactly; round the value where it comes from.");

/** An amount with up to four decimals; decimals beyond those must be zeros. */
export const amount: CellType<AmountE4> = {
  description: "amount, at most 4 decimals, no currency symbol",
  reader: ({ decimal }) => {
    return (text) => {
      const plain = plainDecimal(text, decimal);
      return plain instanceof CellFault ? plain : toE4(plain);
    };
  },
};

function toE4(plain: string): AmountE4 | CellFault {
  const point = plain.indexOf(".");
  const whole = point < 0 ? plain : plain.slice(0, point);
  const decimals = point < 0 ? "" : plain.slice(point + 1);
  if (/[^0]/.test(decimals.slice(AMOUNT_DECIMALS))) return TOO_MANY_DECIMALS;
  const scaled = Number(whole + decimals.slice(0, AMOUNT_DECIMALS).padEnd(AMOUNT_DECIMALS, "0"));
  if (!Number.isSafeInteger(scaled)) return AMOUNT_OUT_OF_RANGE;
  return (scaled === 0 ? 0 : scaled) as AmountE4;
}

/** A whole number from `min` to `max`. A written-out ".0" or ".00" is allowed; three zeros could mean thousands and are not. */
export function integer(min: number, max: number): CellType<number> {
  const outOfRange = new CellFault("out_of_range", `A whole number from ${min} to ${max} is expected; check the value.`);
  return {
    description: `whole number from ${min} to ${max}`,
    reader: ({ decimal }) => {
      return (text) => {
        const plain = plainDecimal(text, decimal);
        if (plain instanceof CellFault) return plain;
        if (!/^-?\d+(?:\.0{1,2})?$/.test(plain)) return NOT_AN_INTEGER;
        const value = Number(plain);
        if (value < min || value > max) return outOfRange;
        return value === 0 ? 0 : value;
      };
    },
  };
}

const MEASURE_OUT_OF_RANGE = new CellFault("out_of_range", "A number above 0 and below 1,000,000,000,000 is expected; check the value.");
const MEASURE_TOO_FINE = new CellFault(
  "too_many_decimals",
  "At most 6 decimals are kept exactly; round the value, or state all of them in a smaller unit.",
);

/** A size above zero: at most 12 digits before the point and 6 after it, 15 in all. */
export const measure: CellType<number> = {
  description: "number above 0, at most 6 decimals",
  reader: (format) => {
    const read = decimal.reader(format);
    return (text) => {
      const value = read(text);
      if (value instanceof CellFault) return value;
      if (value <= 0 || value >= 1e12) return MEASURE_OUT_OF_RANGE;
      const plain = plainDecimal(text, format.decimal);
      return plain instanceof CellFault || !/\.\d{6}\d*[1-9]/.test(plain) ? value : MEASURE_TOO_FINE;
    };
  },
};

/** A decimal number of at most 15 significant digits, so that no digit of the file is lost. */
export const decimal: CellType<number> = {
  description: "decimal number",
  reader: ({ decimal: mark }) => {
    return (text) => {
      const plain = plainDecimal(text, mark);
      if (plain instanceof CellFault) return plain;
      if (plain.replace(/^-?0*\.?0*|\./g, "").length > 15) return TOO_MANY_DIGITS;
      const value = Number(plain);
      return value === 0 ? 0 : value;
    };
  },
};
