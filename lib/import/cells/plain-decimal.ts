import { CellFault } from "../row-error";

type Mark = "." | ",";

const PLAIN = /^-?\d+(?:\.\d+)?$/;

const SHAPES: Readonly<Record<Mark, { readonly ungrouped: RegExp; readonly grouped: RegExp; readonly separators: RegExp }>> = {
  ".": {
    ungrouped: /^(?:\d+(?:\.\d+)?|\.\d+)$/,
    grouped: /^[1-9]\d{0,2}([, \u00a0\u202f])\d{3}(?:\1\d{3})*(?:\.\d+)?$/,
    separators: /[, \u00a0\u202f]/g,
  },
  ",": {
    ungrouped: /^(?:\d+(?:,\d+)?|,\d+)$/,
    grouped: /^[1-9]\d{0,2}([. \u00a0\u202f])\d{3}(?:\1\d{3})*(?:,\d+)?$/,
    separators: /[. \u00a0\u202f]/g,
  },
};

const SIGNED = /^(?:\((?<bracketed>[^()+-]+)\)|(?<trailing>[^()+-]+)-|(?<sign>[+-]?)(?<leading>[^()+-]+))$/;

const CURRENCY_SYMBOL = new CellFault(
  "currency_symbol",
  "Write the amount without a currency; put the currency's three-letter code in the currency column.",
);
const DAMAGED = new CellFault("damaged_by_spreadsheet", "A spreadsheet has shortened this number to a power of ten; export it with all its digits.");
const NOT_A_NUMBER = new CellFault("not_a_number", "A number is expected, such as 1234.50 or -7; remove everything else.");

/**
 * The number of a cell as `-?digits[.digits]`. Understands a leading + or -, a trailing -, brackets for negatives, and thousands
 * separators in right groups of three: the mark that is not the decimal mark, or spaces. Anything that could be read two ways is
 * refused.
 */
export function plainDecimal(text: string, mark: Mark): string | CellFault {
  if (mark === "." && PLAIN.test(text)) return text;
  if (/\p{Sc}|^[A-Z]{3}\s?[\d(+-]|[\d)-]\s?[A-Z]{3}$/u.test(text)) return CURRENCY_SYMBOL;
  if (/^[+-]?\d+(?:[.,]\d+)?E[+-]?\d+$/i.test(text)) return DAMAGED;

  const signed = SIGNED.exec(text.replace("\u2212", "-"))?.groups;
  if (signed === undefined) return NOT_A_NUMBER;
  const { bracketed, trailing, sign, leading } = signed;
  const digits = (bracketed ?? trailing ?? leading ?? "").trim();
  const negative = sign === "-" || bracketed !== undefined || trailing !== undefined;

  const shape = SHAPES[mark];
  if (!shape.ungrouped.test(digits) && !shape.grouped.test(digits)) return /^[\d.,\s]*\d[\d.,\s]*$/.test(digits) ? ambiguous(mark) : NOT_A_NUMBER;
  const plain = digits.replace(shape.separators, "").replace(",", ".");
  return `${negative ? "-" : ""}${plain.startsWith(".") ? "0" : ""}${plain}`;
}

function ambiguous(mark: Mark): CellFault {
  return new CellFault(
    "ambiguous_number",
    `The file's decimal mark is "${mark}", and with it this number cannot be read for certain; write it without thousands separators, or state the other decimal mark.`,
  );
}
