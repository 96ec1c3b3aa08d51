import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { type CellType, remembering } from "../column";
import type { FileFormat } from "../file-format";
import { CellFault } from "../row-error";

type Layout = { readonly pattern: RegExp; readonly year: 1 | 3; readonly month: 1 | 2; readonly day: 1 | 2 | 3 };

const LAYOUTS: Readonly<Record<FileFormat["dateFormat"], Layout>> = {
  "YYYY-MM-DD": { pattern: /^(\d{4})-(\d{2})-(\d{2})$/, year: 1, month: 2, day: 3 },
  "MM/DD/YYYY": { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, year: 3, month: 1, day: 2 },
  "DD/MM/YYYY": { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, year: 3, month: 2, day: 1 },
  "DD.MM.YYYY": { pattern: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, year: 3, month: 2, day: 1 },
};

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
const OUT_OF_RANGE = new CellFault("out_of_range", `Dates from ${FIRST_YEAR} to ${LAST_YEAR} are accepted; correct the year.`);

/** A real calendar day from 1990 to 2100, without a time, in the file's date format. */
export const date: CellType<IsoDate> = {
  description: "date",
  reader: ({ dateFormat }) => {
    const { pattern, year, month, day } = LAYOUTS[dateFormat];
    const notADate = new CellFault(
      "not_a_date",
      `A real day written as ${dateFormat}, without a time, is expected; correct it, or state the file's date format.`,
    );
    return remembering((text) => {
      const parts = pattern.exec(text);
      if (parts === null) return notADate;
      const [y, m, d] = [Number(parts[year]), Number(parts[month]), Number(parts[day])];
      if (m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return notADate;
      if (y < FIRST_YEAR || y > LAST_YEAR) return OUT_OF_RANGE;
      return `${y}-${m < 10 ? "0" : ""}${m}-${d < 10 ? "0" : ""}${d}` as IsoDate;
    });
  },
};

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
