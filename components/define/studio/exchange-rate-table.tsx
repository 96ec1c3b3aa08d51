"use client";

import { Button } from "@/components/ui/button";
import { addExchangeRate, currenciesWithoutRate, editExchangeRate, removeExchangeRate } from "@/lib/domain/define/edit-money";
import { LIMITS } from "@/lib/domain/define/program-limits";
import { SelectInput } from "./fields";
import { FullNote } from "./full-note";
import { NumberInput } from "./number-input";
import { useStudio } from "./studio-context";

/** What a sale in another currency is worth in the program's own. */
export function ExchangeRateTable() {
  const { program, edit, settle } = useStudio();
  const { currency: own, exchangeRates } = program;
  // By their places, so that a row stays the same, and keeps the focus, while its currency is chosen.
  const rates = exchangeRates.map((rate, place) => ({ ...rate, place }));
  const free = currenciesWithoutRate(program);
  const [next] = free;
  return (
    <section aria-labelledby="exchange-rates">
      <h3 id="exchange-rates" className="text-sm font-medium">
        Plan exchange rates
      </h3>
      <p className="mb-2 max-w-prose text-xs text-muted">
        They belong to the version, not to the market: a tier does not move because a currency does. A run stops at a sale in a currency that has no
        rate.
      </p>
      {rates.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {rates.map(({ currency, rate, place }) => (
            <li key={place} className="flex flex-wrap items-start gap-2 py-2 text-sm">
              <span className="flex min-h-8 items-center gap-2 max-sm:min-h-10">
                1
                <SelectInput
                  label={`Currency of rate ${place + 1}`}
                  isLabelHidden
                  isNarrow
                  value={currency}
                  options={[currency, ...free].toSorted().map((code) => ({ value: code, label: code }))}
                  onChange={(code) => edit(editExchangeRate(program, place, { currency: code }), `the currency of the rate of ${currency}`)}
                />
                =
              </span>
              <span className="w-40">
                <NumberInput
                  label={`Rate of ${currency}`}
                  isLabelHidden
                  value={rate}
                  isPositive
                  step={0.01}
                  suffix={own}
                  onChange={(value) => edit(editExchangeRate(program, place, { rate: value }), `the rate of ${currency}`, { continues: true })}
                  onSettle={settle}
                />
              </span>
              <Button
                look="quiet"
                className="ml-auto"
                aria-label={`Remove the rate of ${currency}`}
                onClick={() => edit(removeExchangeRate(program, place), `removing the rate of ${currency}`)}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button
        look="quiet"
        className="mt-1 -ml-3"
        disabled={next === undefined || rates.length >= LIMITS.exchangeRates}
        onClick={() => next && edit(addExchangeRate(program, { currency: next, rate: 1 }), `adding a rate of ${next}`)}
      >
        Add a rate
      </Button>
      <FullNote count={rates.length} most={LIMITS.exchangeRates} what="rates" />
    </section>
  );
}
