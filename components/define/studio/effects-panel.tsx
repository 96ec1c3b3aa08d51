"use client";

import { lazy, memo, type ReactNode, Suspense } from "react";
import { formatDate } from "@/components/format/date";
import { formatCount } from "@/components/format/number";
import { TierMatrix } from "@/components/score/tier-matrix";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ChangeCounts, Effects } from "@/lib/domain/optimize/effects";
import type { Look } from "@/lib/domain/optimize/what-if";
import { ChangeFigures } from "./change-figures";
import { MovedList } from "./moved-list";
import { NotTried } from "./not-tried";
import { PanelTabs } from "./panel-tabs";
import type { SimulatorView } from "./simulator-client";
import { TierChangeTable } from "./tier-change-table";

// Tabs that are opened after the first one.
const CliffsTable = lazy(async () => ({ default: (await import("./cliffs-table")).CliffsTable }));
const CostTable = lazy(async () => ({ default: (await import("./cost-table")).CostTable }));
const FairnessTable = lazy(async () => ({ default: (await import("./fairness-table")).FairnessTable }));

export type EffectsTab = "moves" | "money" | "fairness" | "cliffs" | "backTest";

type EffectsPanelProps = {
  readonly simulator: SimulatorView;
  readonly look: Look;
  readonly onLook: (change: Partial<Look>) => void;
  readonly tab: EffectsTab;
  readonly onTab: (tab: EffectsTab) => void;
  /** What past quarters say of the draft, on its tab. */
  readonly backTest: ReactNode;
  /** Reads the partners again. */
  readonly onAgain: () => void;
};

/** What the draft does to the partners of the last published run, as it is edited. */
export const EffectsPanel = memo(function EffectsPanel({ simulator, look, onLook, tab, onTab, backTest, onAgain }: EffectsPanelProps) {
  const { ground, tried, lastTrial } = simulator;
  if (ground.kind === "loading") return <p className="text-sm text-muted">Loading the partners of the last published run…</p>;
  if (ground.kind === "failed")
    return (
      <Notice tone="bad" title="The simulator has no partners" action={<Button onClick={onAgain}>Try again</Button>}>
        {ground.message}
      </Notice>
    );
  if (ground.kind === "missing") {
    return <Notice title="Nothing to try the rules on yet">Once a run is published, its partners show here what a change of the rules does.</Notice>;
  }
  const trial = lastTrial?.trial;
  if (lastTrial === null || trial === null || trial === undefined) {
    return tried === null ? <p className="text-sm text-muted">Trying the rules…</p> : <NotTried tried={tried} />;
  }
  const { effects } = trial;
  const change = effects[look.by];
  const isStale = tried !== null && tried.trial === null;
  return (
    <div data-tried={lastTrial.number} data-took={lastTrial.took}>
      {isStale && <NotTried tried={tried} />}
      <div className={isStale ? "opacity-55" : ""}>
        <div className="flex flex-wrap items-baseline justify-between gap-2">
          <p className="text-sm text-muted">
            {formatCount(ground.run.partners)} partners of run {ground.run.number}, {formatDate(ground.run.asOf)}
          </p>
          <ByToggle by={look.by} onBy={(by) => onLook({ by, page: 1 })} />
        </div>
        {trial.unmeasured.length > 0 && (
          <p className="mt-1 text-sm text-warn">
            Not measured yet, and counted as without data: {trial.unmeasured.join(", ")}. It is once the draft is saved.
          </p>
        )}
        <ChangeFigures change={change} />
        <TierChangeTable effects={effects} change={change} />
        <PanelTabs
          label="What the draft does"
          current={tab}
          onChange={onTab}
          tabs={[
            { key: "moves", label: "Who moves" },
            { key: "money", label: "Money" },
            { key: "fairness", label: "Fairness" },
            { key: "cliffs", label: "Cliffs" },
            { key: "backTest", label: "Back-test" },
          ]}
        />
        {tab === "moves" && (
          <>
            <TierMatrix
              caption="Movement between tiers: rows are the tiers of the run, columns those of the draft"
              before={effects.before.map(({ tier, name }) => ({ key: tier, name }))}
              after={effects.after.map(({ tier, name }) => ({ key: tier, name }))}
              count={(from, to) => countIn(effects, change, from, to)}
            />
            <MovedList moved={trial.moved} names={lastTrial.names} effects={effects} change={change} look={look} onLook={onLook} />
          </>
        )}
        <Suspense fallback={<p className="text-sm text-muted">Loading…</p>}>
          {tab === "money" && <CostTable effects={effects} />}
          {tab === "fairness" && <FairnessTable groupings={trial.groupings} fairness={trial.fairness} look={look} onLook={onLook} />}
          {tab === "cliffs" && <CliffsTable cliffs={simulator.cliffs} isWorking={trial.cliffs === null} currency={effects.currency} />}
          {backTest}
        </Suspense>
      </div>
    </div>
  );
});

function countIn({ before, after }: Effects, { matrix }: ChangeCounts, from: string | null, to: string): number {
  const row = before.findIndex(({ tier }) => tier === from);
  const column = after.findIndex(({ tier }) => tier === to);
  return matrix[row]?.[column] ?? 0;
}

type ByToggleProps = { readonly by: Look["by"]; readonly onBy: (by: Look["by"]) => void };

/** Movement may hide for a while what the figures say: both can be looked at. */
function ByToggle({ by, onBy }: ByToggleProps) {
  const options = [
    { value: "decided", label: "Decided", hint: "The tiers that the rules give, movement included" },
    { value: "qualified", label: "By figures alone", hint: "The tiers that partners qualify for, without grace, margins and reviews" },
  ] as const;
  return (
    <fieldset className="inline-flex rounded-md border border-line-strong/50 text-sm">
      <legend className="sr-only">Which tiers are compared</legend>
      {options.map(({ value, label, hint }) => (
        <label
          key={value}
          title={hint}
          className="cursor-pointer px-2.5 py-1 text-muted first-of-type:rounded-l-md last-of-type:rounded-r-md has-checked:bg-accent-soft has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input type="radio" name="by" className="sr-only" checked={by === value} onChange={() => onBy(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
