import { describe, expect, test } from "vitest";
import { attribute } from "@/lib/import/cells/attribute";
import { date } from "@/lib/import/cells/date";
import { amount, decimal, integer, measure } from "@/lib/import/cells/number";
import { code, currency, text } from "@/lib/import/cells/text";
import type { CellFormat, CellType } from "@/lib/import/column";
import { CellFault } from "@/lib/import/row-error";

function read<T>(cell: CellType<T>, written: string, format: Partial<CellFormat> = {}): T | string {
  const value = cell.reader({ decimal: ".", dateFormat: "YYYY-MM-DD", ...format })(written);
  return value instanceof CellFault ? value.code : value;
}

describe("an amount is read to the ten-thousandth", () => {
  test.each([
    ["2024.9940", 20_249_940],
    ["0", 0],
    ["-0.00", 0],
    [".5", 5_000],
    ["-.5", -5_000],
    ["+7", 70_000],
    ["7-", -70_000],
    ["(7.25)", -72_500],
    ["\u22127", -70_000],
    ["1,234.50", 12_345_000],
    ["1,234,567", 12_345_670_000],
    ["1 234.5", 12_345_000],
    ["1\u202f234.5", 12_345_000],
    ["0001.5", 15_000],
    ["1.234000", 12_340],
    ["900719925474.0991", Number.MAX_SAFE_INTEGER],
    ["-900719925474.0991", Number.MIN_SAFE_INTEGER],
  ])("%s", (written, expected) => expect(read(amount, written)).toBe(expected));

  test.each([
    ["1.234,50", 12_345_000],
    ["1234,5", 12_345_000],
    ["(1.234,5)", -12_345_000],
    ["1.234", 12_340_000],
    [",5", 5_000],
  ])("%s with a decimal comma", (written, expected) => expect(read(amount, written, { decimal: "," })).toBe(expected));
});

describe("an amount that could be read two ways, or not at all, is refused", () => {
  test.each([
    ["1,23", "ambiguous_number"],
    ["0,123", "ambiguous_number"],
    ["1,2345", "ambiguous_number"],
    ["12,34,567", "ambiguous_number"],
    ["1.234.567", "ambiguous_number"],
    ["1,234 567", "ambiguous_number"],
    ["1.23456", "too_many_decimals"],
    ["900719925474.0992", "out_of_range"],
    ["9".repeat(400), "out_of_range"],
    ["€5", "currency_symbol"],
    ["-$5", "currency_symbol"],
    ["USD 5", "currency_symbol"],
    ["5EUR", "currency_symbol"],
    ["1E5", "damaged_by_spreadsheet"],
    ["--5", "not_a_number"],
    ["-5-", "not_a_number"],
    ["(-5)", "not_a_number"],
    ["5%", "not_a_number"],
    ["0x10", "not_a_number"],
    ["Infinity", "not_a_number"],
    ["TBD", "not_a_number"],
    ["-", "not_a_number"],
    [".", "not_a_number"],
    ["٣", "not_a_number"],
  ])("%s", (written, expected) => expect(read(amount, written)).toBe(expected));

  test.each([
    ["1.23", "ambiguous_number"],
    ["1,234.50", "ambiguous_number"],
  ])("%s with a decimal comma", (written, expected) => expect(read(amount, written, { decimal: "," })).toBe(expected));
});

test.each([
  ["12", 12],
  ["-12", -12],
  ["1,200", 1_200],
  ["5.0", 5],
  ["-0", 0],
  ["5.000", "not_an_integer"],
  ["5.5", "not_an_integer"],
  ["1001", 1_001],
  ["1201", "out_of_range"],
])("a whole number written %s", (written, expected) => expect(read(integer(-1_200, 1_200), written)).toBe(expected));

test.each([
  ["97.5", 97.5],
  ["-0.001", -0.001],
  ["000123456789012345", 123_456_789_012_345],
  ["1234567890123456", "out_of_range"],
])("a decimal number written %s", (written, expected) => expect(read(decimal, written)).toBe(expected));

test.each([
  ["37253956", 37_253_956],
  ["0.000001", 0.000_001],
  ["1.5000000", 1.5],
  ["999999999999", 999_999_999_999],
  ["0", "out_of_range"],
  ["-3", "out_of_range"],
  ["1000000000000", "out_of_range"],
  ["0.1234567", "too_many_decimals"],
  ["123456789012.3456", "out_of_range"],
  ["many", "not_a_number"],
])("a size written %s", (written, expected) => expect(read(measure, written)).toBe(expected));

test.each([
  ["YYYY-MM-DD", "2024-02-29", "2024-02-29"],
  ["YYYY-MM-DD", "2000-02-29", "2000-02-29"],
  ["YYYY-MM-DD", "2100-02-29", "not_a_date"],
  ["YYYY-MM-DD", "2024-04-31", "not_a_date"],
  ["YYYY-MM-DD", "2024-00-10", "not_a_date"],
  ["YYYY-MM-DD", "2024-13-01", "not_a_date"],
  ["YYYY-MM-DD", "2024-1-1", "not_a_date"],
  ["YYYY-MM-DD", "45321", "not_a_date"],
  ["YYYY-MM-DD", "1990-01-01", "1990-01-01"],
  ["YYYY-MM-DD", "1989-12-31", "out_of_range"],
  ["YYYY-MM-DD", "2100-12-31", "2100-12-31"],
  ["YYYY-MM-DD", "2101-01-01", "out_of_range"],
  ["MM/DD/YYYY", "03/04/2024", "2024-03-04"],
  ["MM/DD/YYYY", "13/04/2024", "not_a_date"],
  ["MM/DD/YYYY", "3/4/24", "not_a_date"],
  ["DD/MM/YYYY", "3/4/2024", "2024-04-03"],
  ["DD.MM.YYYY", "31.12.2024", "2024-12-31"],
  ["DD.MM.YYYY", "31/12/2024", "not_a_date"],
] as const)("a %s date written %s", (dateFormat, written, expected) => expect(read(date, written, { dateFormat })).toBe(expected));

test.each([
  ["composed to normal form C", "Mu\u0308ller", "Müller"],
  ["with a bidirectional override", "abc\u202edef", "control_character"],
  ["with a tab inside", "a\tb", "control_character"],
  ["at its longest after normalising", "u\u0308".repeat(10), "ü".repeat(10)],
  ["one too long", "x".repeat(11), "too_long"],
])("text %s", (_, written, expected) => expect(read(text(10), written)).toBe(expected));

test.each([
  ["00123", "00123"],
  ["1.23457E+12", "damaged_by_spreadsheet"],
  ["5E12", "5E12"],
])("a code written %s", (written, expected) => expect(read(code, written)).toBe(expected));

test.each([
  ["eur", "EUR"],
  ["€", "not_a_currency"],
])("a currency written %s", (written, expected) => expect(read(currency, written)).toBe(expected));

test.each([
  ["TRUE", true],
  ["12", 12],
  ["-1.5", -1.5],
  ["007", "007"],
  ["1,200", "1,200"],
  ["12345678901234567", "12345678901234567"],
  ["Gold", "Gold"],
])("an attribute written %s", (written, expected) => expect(read(attribute, written)).toBe(expected));
