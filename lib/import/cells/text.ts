import { Key } from "@/lib/domain/define/metric";
import { Currency } from "@/lib/domain/define/program";
import { UNSEEN } from "@/lib/domain/shared/unseen";
import { type CellReader, type CellType, remembering } from "../column";
import { CellFault } from "../row-error";

const PLAIN = /^[\x20-\x7e]*$/;
const EXPONENT_FORM = /^\d[.,]\d+E\+\d{1,3}$/i;

const UNSEEN_FAULT = new CellFault(
  "control_character",
  "The text has a line break or another character that cannot be seen; remove it, and check the file's encoding.",
);
const DAMAGED_CODE = new CellFault(
  "damaged_by_spreadsheet",
  "A spreadsheet has shortened this code to a power of ten; format the column as text and export it again.",
);
const NOT_A_KEY = new CellFault("not_a_key", "Use lower-case letters, digits and _, starting with a letter, at most 64 characters.");
const NOT_A_CURRENCY = new CellFault("not_a_currency", "Use a three-letter ISO 4217 currency code, such as USD.");

function textReader(maxLength: number): CellReader<string> {
  const tooLong = new CellFault("too_long", `At most ${maxLength} characters fit here; shorten the text.`);
  return (text) => {
    if (PLAIN.test(text)) return text.length > maxLength ? tooLong : text;
    if (UNSEEN.test(text)) return UNSEEN_FAULT;
    const normal = text.normalize("NFC");
    return normal.length > maxLength ? tooLong : normal;
  };
}

/** Text of one line, in Unicode normal form C. */
export function text(maxLength: number): CellType<string> {
  const reader = textReader(maxLength);
  return { description: `text, at most ${maxLength} characters`, reader: () => reader };
}

const readCode = textReader(64);

/** An identifier from another system. Upper and lower case differ. */
export const code: CellType<string> = {
  description: "code, at most 64 characters",
  reader: () => (text) => (EXPONENT_FORM.test(text) ? DAMAGED_CODE : readCode(text)),
};

/** The key of a metric. */
export const key: CellType<Key> = {
  description: "key: lower-case letters, digits and _",
  reader: () => remembering((text) => (Key.safeParse(text).success ? text : NOT_A_KEY)),
};

/** An ISO 4217 code in upper case; an empty cell takes the file's default currency. */
export const currency: CellType<Currency> = {
  description: "three-letter currency code",
  reader: () =>
    remembering((text) => {
      const upper = text.toUpperCase();
      return Currency.safeParse(upper).success ? upper : NOT_A_CURRENCY;
    }),
  fallback: (format) => format.defaultCurrency ?? null,
};

/** One of a few words, in any case. */
export function choice<const Word extends string>(words: readonly Word[]): CellType<Word> {
  const fault = new CellFault("not_in_list", `Use one of: ${words.join(", ")}.`);
  const byText = new Map<string, Word>(words.map((word) => [word, word]));
  return { description: `one of ${words.join(", ")}`, reader: () => (text) => byText.get(text.toLowerCase()) ?? fault };
}
