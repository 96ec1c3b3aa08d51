"use client";

import { Button } from "@/components/ui/button";
import { DisclosureMark } from "@/components/ui/disclosure-mark";
import { editEffort, removeEffort } from "@/lib/domain/define/edit-effort";
import type { Effort } from "@/lib/domain/define/effort";
import { effortWords } from "../effort-words";
import { NumberInput } from "./number-input";
import { useStudio } from "./studio-context";
import { unitSuffix } from "./unit-words";

type EffortLineProps = { readonly effort: Effort; readonly place: number };

/** What it takes to better one metric: a sentence, and its numbers when it is opened. */
export function EffortLine({ effort, place }: EffortLineProps) {
  const { program, edit, settle } = useStudio();
  const { currency, effortUnit } = program;
  const metric = program.metrics.find(({ key }) => key === effort.metric);
  const name = metric?.name ?? effort.metric;
  const unit = metric?.unit ?? "number";
  const { step, effort: each, leadDays, mostSteps, limit = null, withoutData = null } = effort;
  const set = (change: Partial<Effort>, what: string) => edit(editEffort(program, place, change), `${what} of ${name}`, { continues: true });
  const inMetric = { suffix: unitSuffix(unit, currency), onSettle: settle };
  const inDays = { suffix: "days", isWhole: true, min: 0, max: 3650, onSettle: settle };
  return (
    <details className="group">
      <summary className="flex cursor-pointer list-none gap-1.5 rounded-md py-2 text-sm hover:bg-hover [&::-webkit-details-marker]:hidden">
        <DisclosureMark />
        <span className="min-w-0">
          <span className="font-medium">{name}</span>
          <span className="block text-xs text-muted first-letter:uppercase">{effortWords(effort, unit, currency)}</span>
        </span>
      </summary>
      <div className="space-y-4 pt-1 pb-4 pl-5.5">
        <div className="grid items-start gap-4 @sm:grid-cols-2">
          <NumberInput label="One step" value={step} isPositive onChange={(next) => set({ step: next }, "the step")} {...inMetric} />
          <NumberInput
            label="Effort of a step"
            value={each}
            isPositive
            max={1_000_000}
            onChange={(next) => set({ effort: next }, "the effort")}
            onSettle={settle}
            {...(effortUnit !== undefined && { suffix: effortUnit })}
          />
          <NumberInput
            label="The first step counts after"
            value={leadDays.first}
            onChange={(first) => set({ leadDays: { ...leadDays, first } }, "the lead time")}
            {...inDays}
          />
          <NumberInput
            label="Each further step takes"
            value={leadDays.each}
            onChange={(more) => set({ leadDays: { ...leadDays, each: more } }, "the lead time of further steps")}
            {...inDays}
            suffix="days more"
          />
          <NumberInput
            label="At most"
            value={mostSteps}
            isWhole
            min={1}
            max={500}
            suffix="steps"
            onChange={(next) => set({ mostSteps: next }, "the most steps")}
            onSettle={settle}
          />
          <NumberInput
            label={metric?.betterWhen === "lower" ? "It cannot fall below" : "It cannot rise above"}
            value={limit}
            none="no bound"
            onChange={(next) => set({ limit: next ?? undefined }, "the bound")}
            {...inMetric}
          />
          <NumberInput
            label="Without data it begins at"
            value={withoutData}
            none="data comes first"
            onChange={(next) => set({ withoutData: next ?? undefined }, "the beginning without data")}
            {...inMetric}
          />
        </div>
        <Button look="quiet" className="-ml-3" onClick={() => edit(removeEffort(program, place), `removing the effort of ${name}`)}>
          Remove this effort
        </Button>
      </div>
    </details>
  );
}
