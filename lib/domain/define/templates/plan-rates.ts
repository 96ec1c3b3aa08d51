import { roundHalfAway } from "../../shared/round";
import type { Program } from "../program";

/** What one unit is worth in a plan, in dollars: examples, round and easy to see as such. */
const IN_DOLLARS: Readonly<Record<string, number>> = { USD: 1, EUR: 1.1, GBP: 1.3, CHF: 1.15, CAD: 0.75, AUD: 0.65, JPY: 0.007 };

/** Plan rates of the other currencies in a program's currency, to four decimals; none where that is not among them. */
export function planRates(currency: string): Program["exchangeRates"] {
  const own = Object.hasOwn(IN_DOLLARS, currency) ? IN_DOLLARS[currency] : undefined;
  if (own === undefined) return [];
  return Object.entries(IN_DOLLARS).flatMap(([other, worth]) =>
    other === currency ? [] : [{ currency: other, rate: roundHalfAway(worth / own, 4) }],
  );
}
