"use client";

import { Button } from "@/components/ui/button";
import type { Capacity } from "@/lib/domain/define/capacity";
import type { Tier } from "@/lib/domain/define/program";
import { SelectInput } from "./fields";
import { NumberInput } from "./number-input";
import { PeerInput } from "./peer-input";
import { useStudio } from "./studio-context";

type CapacityEditorProps = { readonly tier: Tier; readonly onChange: (capacity: Capacity | undefined) => void };

/** How many partners a tier takes. */
export function CapacityEditor({ tier: { capacity }, onChange }: CapacityEditorProps) {
  const { settle } = useStudio();
  if (capacity === undefined) {
    return (
      <p className="text-sm text-muted">
        <span className="font-medium text-ink">Seats: </span>as many as qualify.{" "}
        <Button look="quiet" onClick={() => onChange({ limit: { partners: 10 }, per: "all", ties: "allIn" })}>
          Limit them
        </Button>
      </p>
    );
  }
  const isCount = "partners" in capacity.limit;
  return (
    <fieldset className="space-y-3">
      <legend className="text-sm font-medium">Seats</legend>
      <div className="flex flex-wrap items-end gap-3">
        <SelectInput
          label="Limited to"
          isNarrow
          value={isCount ? "partners" : "percent"}
          options={[
            { value: "partners", label: "a number of partners" },
            { value: "percent", label: "a share of the partners" },
          ]}
          onChange={(kind) => onChange({ ...capacity, limit: kind === "partners" ? { partners: 10 } : { percent: 10 } })}
        />
        <div className="w-28">
          {"partners" in capacity.limit ? (
            <NumberInput
              label="Partners"
              value={capacity.limit.partners}
              isWhole
              min={1}
              max={1_000_000}
              onChange={(partners) => onChange({ ...capacity, limit: { partners } })}
              onSettle={settle}
            />
          ) : (
            <NumberInput
              label="Share"
              value={capacity.limit.percent}
              isPositive
              max={100}
              suffix="%"
              onChange={(percent) => onChange({ ...capacity, limit: { percent } })}
              onSettle={settle}
            />
          )}
        </div>
      </div>
      <div className="grid gap-3 @sm:grid-cols-2">
        <PeerInput label="In each group of" all="All partners together" value={capacity.per} onChange={(per) => onChange({ ...capacity, per })} />
        <SelectInput
          label="Equal scores at the last seat"
          value={capacity.ties}
          options={[
            { value: "allIn", label: "All of them have a seat" },
            { value: "noneIn", label: "None of them has a seat" },
          ]}
          onChange={(ties) => onChange({ ...capacity, ties })}
        />
      </div>
      <Button look="quiet" className="-ml-3" onClick={() => onChange(undefined)}>
        Take the limit away
      </Button>
    </fieldset>
  );
}
