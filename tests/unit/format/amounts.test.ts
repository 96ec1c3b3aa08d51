import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatPeriod } from "@/components/format/date";
import { formatMetricTick, formatMetricValue, formatMetricValueFull } from "@/components/format/metric-value";
import {
  exactDecimals,
  formatMinor,
  formatMinorChange,
  formatMoneyExact,
  formatMoneyInColumn,
  formatMoneyToTheLast,
  isFinerThanItsCurrency,
  readAmount,
} from "@/components/format/money";
import { columnDecimals, formatBytes, formatChange, formatPoints, formatShare, listed } from "@/components/format/number";
import { ACTIVE_CURRENCIES } from "@/lib/domain/shared/active-currencies";
import { toMinor } from "@/lib/domain/shared/money";

describe("an amount as a person types it", () => {
  test.each([
    ["120,450.5", "USD", 12_045_050],
    ["$120450.50", "USD", 12_045_050],
    ["chf 1 000", "CHF", 100_000],
    ["EUR 7", "EUR", 700],
    ["500", "JPY", 500],
  ])("%s in %s is %i minor units", (text, currency, minor) => {
    expect(readAmount(text, currency)).toBe(minor);
  });

  test.each([
    ["", "USD"],
    ["-5", "USD"],
    ["1.234", "USD"],
    ["1.5", "JPY"],
    ["EUR 7", "USD"],
    ["12345678901234", "USD"],
    ["seven", "USD"],
    ["1250,50", "EUR"],
    ["1.250,50", "EUR"],
    ["2,5", "EUR"],
    ["12,50,00", "EUR"],
  ])("%s is none in %s", (text, currency) => {
    expect(readAmount(text, currency)).toBeNull();
  });

  test("may be what any amount is written as, in any currency", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ACTIVE_CURRENCIES), fc.integer({ min: 0, max: 10 ** 12 }), (currency, minor) => {
        expect(readAmount(formatMinor(toMinor(minor), currency), currency)).toBe(minor);
      }),
    );
  });
});

describe("numbers", () => {
  test.each([
    [4.2, "+4.2"],
    [-1, "−1.0"],
    [0.04, "±0"],
    [-0.04, "±0"],
  ])("a change of %d is written %s", (value, text) => expect(formatChange(value, 1)).toBe(text));

  test.each([
    [1, "1 byte"],
    [999, "999 bytes"],
    [1536, "1.5 kB"],
    [200_000_000, "200 MB"],
  ])("%d bytes are written %s", (bytes, text) => expect(formatBytes(bytes)).toBe(text));

  test.each([
    [60, 1, "60.0"],
    [8.600000000000001, 1, "8.6"],
    [0.25, 0, "0.25"],
    [-3.5, 2, "−3.50"],
  ])("%d points of a program with %d decimals are written %s", (value, decimals, text) => expect(formatPoints(value, decimals)).toBe(text));

  test("a column has as many digits as its finest value, and never more than two", () => {
    expect(columnDecimals([86.5, 85, 89.8])).toBe(1);
    expect(columnDecimals([3, 4])).toBe(0);
    expect(columnDecimals([1 / 3, 4])).toBe(2);
    expect(columnDecimals([])).toBe(0);
  });

  test("a share is written as a percent, and a list as a sentence needs it", () => {
    expect(formatShare(1 / 3, 1)).toBe("33.3%");
    expect(listed(["a", "b", "c"], "or")).toBe("a, b, or c");
  });
});

describe("money", () => {
  test.each([
    [1204.5, "USD", "$1,204.50"],
    [1200, "USD", "$1,200"],
    [-199_533.79, "USD", "−\u2060$199,534"],
    [1204.5, "JPY", "¥1,205"],
  ])("a metric of %d %s is written %s", (value, currency, text) => expect(formatMetricValue(value, "money", currency)).toBe(text));

  test("a sign is never torn from its amount at the end of a line", () => {
    expect(formatMinorChange(-300, "USD")).toBe("−\u2060$3.00");
    expect(formatMinorChange(300, "USD")).toBe("+\u2060$3.00");
    expect(formatMinorChange(0, "USD")).toBe("±\u2060$0.00");
    expect(formatMetricTick(-1_200_000, "money", "USD")).toBe("−\u2060$1.2M");
  });

  test("beside its records a metric is written to the last cent", () =>
    expect(formatMetricValueFull(199_533.79, "money", "USD")).toBe("$199,533.79"));

  test("amounts of one column have as many digits as the finest of them needs", () => {
    expect(exactDecimals([10_000, 29_850_000], "USD")).toBe(2);
    expect(exactDecimals([10_000, 847_734], "USD")).toBe(4);
    expect(formatMoneyExact(10_000, "USD", 4)).toBe("$1.0000");
  });

  test("an amount has its currency's decimals, and four only where it truly has more", () => {
    expect(formatMoneyToTheLast(847_700, "USD")).toBe("$84.77");
    expect(formatMoneyToTheLast(847_734, "USD")).toBe("$84.7734");
    expect([isFinerThanItsCurrency(847_700, "USD"), isFinerThanItsCurrency(847_734, "USD")]).toEqual([false, true]);
  });

  test("in a column blanks stand for the digits that an amount lacks, so that the points stand below each other", () => {
    expect(formatMoneyInColumn(10_000, "USD", 4)).toBe("$1.00\u2007\u2007");
    expect(formatMoneyInColumn(847_734, "USD", 4)).toBe("$84.7734");
    expect(formatMoneyInColumn(10_000, "USD", 2)).toBe("$1.00");
    expect(formatMoneyInColumn(10_000, "JPY", 4)).toBe("¥1\u2008\u2007\u2007\u2007\u2007");
  });

  test("nothing of an amount is lost in writing it", () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), fc.constantFrom("USD", "JPY", "KWD"), (amount, currency) => {
        const text = formatMoneyExact(amount, currency, exactDecimals([amount], currency));
        const digits = text.replace("−", "-").replace(/[^0-9.-]/g, "");
        expect(Math.round(Number(digits) * 10_000)).toBe(amount === 0 ? 0 : amount);
      }),
    );
  });
});

test.each([
  [1_000, "money", "$1K"],
  [1_250_000, "money", "$1.3M"],
  [500, "money", "$500"],
  [30, "percent", "30%"],
  [2.5, "percent", "2.5%"],
  [3, "count", "3"],
  [12.5, "days", "12.5"],
] as const)("on an axis %d of %s is written %s", (value, unit, text) => expect(formatMetricTick(value, unit, "USD")).toBe(text));

test("a period names its last day, not the day after it", () => {
  expect(formatPeriod("2012-12-01", "2013-12-01").replaceAll(/[\u2009\u202f\u00a0]/g, " ")).toBe("Dec 1, 2012 – Nov 30, 2013");
});
