import { expect, test } from "vitest";
import { ACTIVE_CURRENCIES } from "@/lib/domain/shared/active-currencies";

test("are three letters each, in order, and each once", () => {
  expect(ACTIVE_CURRENCIES.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
  expect(ACTIVE_CURRENCIES).toEqual([...new Set(ACTIVE_CURRENCIES)].toSorted());
});

test.each(["USD", "EUR", "JPY", "CHF", "KWD", "XCG", "ZWG"])("hold %s", (code) => {
  expect(ACTIVE_CURRENCIES).toContain(code);
});

test.each(["DEM", "FRF", "HRK", "BGN", "ZWL", "XTS", "XAU", "XDR", "XXX", "CLF"])("hold no %s, which nobody pays with", (code) => {
  expect(ACTIVE_CURRENCIES).not.toContain(code);
});
