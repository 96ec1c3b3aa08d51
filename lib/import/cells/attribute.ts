import type { CellReader, CellType } from "../column";
import { CellFault } from "../row-error";
import { text } from "./text";

/** The value of a partner's own attribute. */
export type AttributeValue = string | number | boolean;

/**
 * Typed by its look: `true` and `false` are booleans, a number in the file's decimal mark is a number, everything else text of at most
 * 200 characters. Digits with a leading zero, a + or a thousands separator stay text, because they are codes more often than numbers.
 */
export const attribute: CellType<AttributeValue> = {
  description: "true, false, a number or text of at most 200 characters",
  reader: (format) => {
    const readText: CellReader<string> = text(200).reader(format);
    const number = format.decimal === "." ? /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/ : /^-?(?:0|[1-9]\d*)(?:,\d+)?$/;
    return (cell) => {
      const value = readText(cell);
      if (value instanceof CellFault) return value;
      const word = value.toLowerCase();
      if (word === "true" || word === "false") return word === "true";
      if (value.length <= 16 && number.test(value)) return Number(value.replace(",", "."));
      return value;
    };
  },
};
