import { expect, test } from "vitest";
import { checkProgram } from "../../../lib/domain/define/check-program";
import { addExchangeRate, currenciesWithoutRate, editExchangeRate, editProgramYear, removeExchangeRate } from "../../../lib/domain/define/edit-money";
import { Program } from "../../../lib/domain/define/program";
import { fullProgram } from "./full-program";

const BEFORE = fullProgram(); // counts in USD, with rates of EUR and GBP

test("a rate is offered for currencies of today that have none and are not the program's own", () => {
  const free = currenciesWithoutRate(BEFORE);
  for (const taken of ["USD", "EUR", "GBP"]) expect(free).not.toContain(taken);
  expect(free).toContain("CHF");
  expect(currenciesWithoutRate({ ...BEFORE, exchangeRates: [] })[0]).toBe("EUR");
});

test("rates are added, changed and removed by their place", () => {
  const added = addExchangeRate(BEFORE, { currency: "CHF", rate: 1 });
  expect(Program.parse(added)).toEqual(added);
  expect(checkProgram(added)).toEqual([]);
  const edited = editExchangeRate(added, 2, { rate: 1.0845 });
  expect(edited.exchangeRates).toEqual([...BEFORE.exchangeRates, { currency: "CHF", rate: 1.0845 }]);
  expect(removeExchangeRate(edited, 0).exchangeRates.map(({ currency }) => currency)).toEqual(["GBP", "CHF"]);
});

test("the program year is the fiscal year where it says no month", () => {
  expect(editProgramYear(BEFORE, 2).programYearStartMonth).toBe(2);
  expect(editProgramYear(BEFORE, null)).not.toHaveProperty("programYearStartMonth");
});
