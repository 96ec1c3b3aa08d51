"use client";

import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/field";
import type { SaleRate } from "@/lib/domain/define/metric";
import { LIMITS } from "@/lib/domain/define/program-limits";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { roundToStep } from "@/lib/domain/shared/round-number";
import { FullNote } from "./full-note";
import { NumberInput } from "./number-input";
import { useStudio } from "./studio-context";

type RatesInputProps = { readonly rates: readonly SaleRate[] | undefined; readonly onChange: (rates: readonly SaleRate[] | undefined) => void };

const PLAIN_BPS = 10_000;

/** At which share of its value a sale counts, by its date. */
export function RatesInput({ rates, onChange }: RatesInputProps) {
  const { settle } = useStudio();
  if (rates === undefined) {
    return (
      <p className="text-sm text-muted">
        <span className="font-medium text-ink">Rates: </span>every sale counts at its value.{" "}
        <Button look="quiet" onClick={() => onChange([{ from: null, bps: PLAIN_BPS }])}>
          Count some days at another rate
        </Button>
      </p>
    );
  }
  const change = (place: number, rate: SaleRate) => onChange(rates.map((other, i) => (i === place ? rate : other)));
  return (
    <fieldset className="space-y-2">
      <legend className="text-sm font-medium">Rates by the date of the sale</legend>
      {rates.map((rate, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rate is its place: its day is what is typed
        <div key={place} className="flex flex-wrap items-center gap-2 text-sm">
          {rate.from === null ? (
            <span className="w-40">From the beginning</span>
          ) : (
            <input
              type="date"
              aria-label={`Rate ${place + 1} begins on`}
              className={`${CONTROL} w-40!`}
              value={rate.from}
              onChange={({ target }) => target.value !== "" && change(place, { ...rate, from: target.value as IsoDate })}
            />
          )}
          <span className="w-32">
            <NumberInput
              label={`Rate ${place + 1}`}
              isLabelHidden
              suffix="%"
              min={0}
              max={10_000}
              value={rate.bps / 100}
              onChange={(percent) => change(place, { ...rate, bps: roundToStep(percent * 100, 1) })}
              onSettle={settle}
            />
          </span>
          {place > 0 && (
            <Button look="quiet" onClick={() => onChange(rates.filter((_, i) => i !== place))}>
              Remove
            </Button>
          )}
        </div>
      ))}
      <div className="-ml-3 flex flex-wrap">
        <Button
          look="quiet"
          disabled={rates.length >= LIMITS.saleRates}
          onClick={() => onChange([...rates, { from: dayAfterLast(rates), bps: PLAIN_BPS }])}
        >
          Add a day
        </Button>
        <Button look="quiet" onClick={() => onChange(undefined)}>
          Count all at their value
        </Button>
      </div>
      <FullNote count={rates.length} most={LIMITS.saleRates} what="rates" />
    </fieldset>
  );
}

/** A year after the last one begins: to be typed over. */
function dayAfterLast(rates: readonly SaleRate[]): IsoDate {
  const last = rates.at(-1)?.from;
  if (last == null) return `${new Date().getFullYear()}-01-01` as IsoDate;
  return `${Number(last.slice(0, 4)) + 1}${last.slice(4, 8)}01` as IsoDate;
}
