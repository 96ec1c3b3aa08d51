import { ACTIVE_CURRENCIES } from "../shared/active-currencies";
import type { Program } from "./program";

type ExchangeRate = Program["exchangeRates"][number];

/** The currencies of today that have no rate yet and are not the program's own, those that most programs need first. */
export function currenciesWithoutRate({ currency, exchangeRates }: Program): readonly string[] {
  return [...new Set(["EUR", "USD", "GBP", ...ACTIVE_CURRENCIES])].filter(
    (code) => code !== currency && !exchangeRates.some((rate) => rate.currency === code),
  );
}

export function addExchangeRate(program: Program, rate: ExchangeRate): Program {
  return { ...program, exchangeRates: [...program.exchangeRates, rate] };
}

/** The program with the rate at a place changed. */
export function editExchangeRate(program: Program, place: number, change: Partial<ExchangeRate>): Program {
  return { ...program, exchangeRates: program.exchangeRates.map((rate, i) => (i === place ? { ...rate, ...change } : rate)) };
}

/** The program without the rate at a place. */
export function removeExchangeRate(program: Program, place: number): Program {
  return { ...program, exchangeRates: program.exchangeRates.filter((_, i) => i !== place) };
}

/** The program with the first month of its program year, 1 = January; null makes it the fiscal year. */
export function editProgramYear({ programYearStartMonth: _, ...rest }: Program, month: number | null): Program {
  return month === null ? rest : { ...rest, programYearStartMonth: month };
}
