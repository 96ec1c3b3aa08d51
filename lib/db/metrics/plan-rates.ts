import type { Program } from "@/lib/domain/define/program";
import { Prisma } from "../generated/prisma/client";
import { programMoney } from "./program-money";

/** The program's plan rates as rows of `rate(currency, rate)`: major units of its own currency for one of each. */
export function rateRows({ currency, exchangeRates }: Program): Prisma.Sql {
  return Prisma.sql`select * from unnest(${[currency, ...exchangeRates.map((rate) => rate.currency)]}::text[], ${["1", ...exchangeRates.map(({ rate }) => String(rate))]}::numeric[]) as r(currency, rate)`;
}

/** @throws AppError unprocessable, the one of every conversion, when facts are in a currency that the program has no rate for */
export function requireRate(program: Program, missing: string | null): void {
  if (missing !== null) programMoney(program).total(new Map([[missing, 0n]]));
}
