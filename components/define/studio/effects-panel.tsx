"use client";

import { formatDate } from "@/components/format/date";
import { formatChange, formatCount } from "@/components/format/number";
import { TierBadge } from "@/components/score/tier-badge";
import { TierMatrix } from "@/components/score/tier-matrix";
import { Notice } from "@/components/ui/notice";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import type { ChangeCounts, Effects } from "@/lib/domain/optimize/effects";
import type { Look } from "@/lib/domain/optimize/what-if";
import { CostTable } from "./cost-table";
import { FairnessTable } from "./fairness-table";
import { MovedList } from "./moved-list";
import { PanelTabs } from "./panel-tabs";
import type { SimulatorView } from "./simulator-client";

export type EffectsTab = "moves" | "money" | "fairness" | "cliffs" | "backTest";

type EffectsPanelProps = {
  readonly simulator: SimulatorView;
  readonly look: Look;
  readonly onLook: (change: Partial<Look>) => void;
  readonly tab: EffectsTab;
  readonly onTab: (tab: EffectsTab) => void;
};

/** What the draft does to the partners of the last published run, as it is edited. */
export function EffectsPanel({ simulator, look, onLook, tab, onTab }: EffectsPanelProps) {
  const { ground, tried, lastTrial } = simulator;
  if (ground.kind === "loading") return <p className="text-sm text-muted">Loading the partners of the last published run…</p>;
  if (ground.kind === "failed")
    return (
      <Notice tone="bad" title="The simulator has no partners">
        {ground.message}
      </Notice>
    );
  if (ground.kind === "missing") {
    return <Notice title="Nothing to try the rules on yet">Once a run is published, its partners show here what a change of the rules does.</Notice>;
  }
  const trial = lastTrial?.trial;
  if (lastTrial === null || trial === null || trial === undefined) {
    return (
      <p className="text-sm text-muted">
        {tried === null ? "Trying the rules…" : "Mend what the rules contradict themselves in to see what they do."}
      </p>
    );
  }
  const { effects } = trial;
  const change = effects[look.by];
  const isStale = tried?.trial === null;
  return (
    <div className={isStale ? "opacity-55" : ""}>
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <p className="text-sm text-muted">
          {formatCount(ground.run.partners)} partners of run {ground.run.number}, {formatDate(ground.run.asOf)}
        </p>
        <ByToggle by={look.by} onBy={(by) => onLook({ by, page: 1 })} />
      </div>
      {isStale && <p className="mt-1 text-sm text-bad">As before the rules contradicted themselves.</p>}
      {trial.unmeasured.length > 0 && (
        <p className="mt-1 text-sm text-warn">
          Not measured yet, and counted as without data: {trial.unmeasured.join(", ")}. It is once the draft is saved.
        </p>
      )}
      <ChangeFigures change={change} />
      <TierTable effects={effects} change={change} />
      <PanelTabs
        label="What the draft does"
        current={tab}
        onChange={onTab}
        tabs={[
          { key: "moves", label: "Who moves" },
          { key: "money", label: "Money" },
          { key: "fairness", label: "Fairness" },
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
      {tab === "money" && <CostTable effects={effects} />}
      {tab === "fairness" && <FairnessTable groupings={trial.groupings} fairness={trial.fairness} look={look} onLook={onLook} />}
    </div>
  );
}

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

function ChangeFigures({ change }: { readonly change: ChangeCounts }) {
  const figures = [
    { label: "rise", value: change.promoted, tone: change.promoted > 0 ? "text-good" : "" },
    { label: "fall", value: change.demoted, tone: change.demoted > 0 ? "text-bad" : "" },
    { label: "stay", value: change.unchanged, tone: "" },
    ...(change.unplaced > 0 ? [{ label: "lose a tier that is gone", value: change.unplaced, tone: "text-warn" }] : []),
  ];
  return (
    <dl className="my-3 flex gap-6" aria-live="polite" aria-atomic>
      {figures.map(({ label, value, tone }) => (
        <div key={label} className="flex flex-col-reverse">
          <dt className="text-xs text-muted">{label}</dt>
          <dd className={`text-2xl font-semibold tracking-tight tabular-nums ${tone}`}>{formatCount(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

type TierTableProps = { readonly effects: Effects; readonly change: ChangeCounts };

/** Partners by tier, the highest first, in the run and by the draft. */
function TierTable({ effects, change }: TierTableProps) {
  const inColumn = (column: number) => change.matrix.reduce((sum, row) => sum + (row[column] ?? 0), 0);
  const inRow = (row: number) => (change.matrix[row] ?? []).reduce((sum, partners) => sum + partners, 0);
  const rows = effects.after.map(({ tier, name }, place) => {
    const before = effects.before.findIndex((other) => other.tier === tier);
    return { tier, name, place, before: before < 0 ? null : inRow(before), after: inColumn(place) };
  });
  return (
    <Table caption="Partners by tier">
      <thead>
        <tr>
          <HeadCell>Tier</HeadCell>
          <HeadCell numeric>Run</HeadCell>
          <HeadCell numeric>Draft</HeadCell>
          <HeadCell numeric>Change</HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.toReversed().map(({ tier, name, place, before, after }) => (
          <Row key={tier}>
            <Cell header>
              <TierBadge name={name} place={place} of={effects.after.length} />
            </Cell>
            <Cell numeric muted>
              {before === null ? "–" : formatCount(before)}
            </Cell>
            <Cell numeric>{formatCount(after)}</Cell>
            <Cell numeric>{before === null ? "new" : formatChange(after - before, 0)}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
