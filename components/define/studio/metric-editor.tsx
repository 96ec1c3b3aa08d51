"use client";

import { formatMetricTick } from "@/components/format/metric-value";
import { formatCount } from "@/components/format/number";
import { editMetric, type MetricUse, metricUses, removeMetric } from "@/lib/domain/define/edit-metrics";
import type { MetricDefinition, MetricUnit } from "@/lib/domain/define/metric";
import { unitOf } from "@/lib/domain/define/metric-unit";
import { renameMetric } from "@/lib/domain/define/rename-key";
import { sourceWords, UNITS } from "../metric-words";
import { useBehind } from "./answer-context";
import { EditorFrame } from "./editor-frame";
import { SelectInput, TextInput } from "./fields";
import { cutOffWords, HistogramBars } from "./histogram";
import { KeyInput } from "./key-input";
import { RemovePart } from "./remove-part";
import { SourceEditor } from "./source-editor";
import { useStudio } from "./studio-context";
import { TextLinkButton } from "./text-link-button";

type MetricEditorProps = { readonly metric: MetricDefinition };

/** What is measured of a partner, and where the program uses it. */
export function MetricEditor({ metric }: MetricEditorProps) {
  const { program, names, edit, settle, open } = useStudio();
  const uses = metricUses(program, metric.key);
  const set = (change: Partial<MetricDefinition>, what: string, continues = false) =>
    edit(editMetric(program, metric.key, change), `${what} of ${metric.name}`, { continues });
  const isUnitGiven = unitOf(metric.source) !== null;
  const isLast = program.metrics.length === 1;

  function remove() {
    edit(removeMetric(program, metric.key), `removing ${metric.name}`);
    open(`score:${program.score.key}`);
  }

  return (
    <EditorFrame
      title={metric.name}
      kind="Metric"
      path={`metrics.${metric.key}`}
      hint={sourceWords(metric.source, (key) => names.metrics[key]?.name ?? key)}
      actions={
        <RemovePart
          name={metric.name}
          obstacle={uses.length > 0 ? "It is still used" : isLast ? "A program keeps at least one metric" : undefined}
          onRemove={remove}
        />
      }
    >
      <ValuesBehind metric={metric} />
      <TextInput label="Name" value={metric.name} maxLength={120} onChange={(name) => set({ name }, "the name", true)} onSettle={settle} />
      <SourceEditor key={metric.source.kind} metric={metric} onChange={(source) => set({ source }, "what is counted", true)} />
      <div className="grid gap-4 @sm:grid-cols-2">
        {isUnitGiven ? (
          <p className="text-sm">
            <span className="mb-1 block font-medium">Unit</span>
            <span className="text-muted">{UNITS[metric.unit]}, as what it counts is</span>
          </p>
        ) : (
          <SelectInput
            label="Unit"
            value={metric.unit}
            options={(Object.entries(UNITS) as [MetricUnit, string][]).map(([value, label]) => ({ value, label }))}
            onChange={(unit) => set({ unit }, "the unit")}
          />
        )}
        <SelectInput
          label="Better when"
          value={metric.betterWhen}
          options={[
            { value: "higher", label: "higher" },
            { value: "lower", label: "lower" },
          ]}
          onChange={(betterWhen) => set({ betterWhen }, "the better direction")}
        />
      </div>
      <TextInput
        label="Description"
        hint="What partners and colleagues read about it."
        value={metric.description ?? ""}
        maxLength={500}
        isOptional
        isLong
        onChange={(description) => set({ description: description === "" ? undefined : description }, "the description", true)}
        onSettle={settle}
      />
      <KeyInput
        value={metric.key}
        taken={program.metrics.map(({ key }) => key)}
        onRename={(key) => {
          edit(renameMetric(program, metric.key, key), `the key of ${metric.name}`);
          open(`metric:${key}`);
        }}
      />
      <Uses uses={uses} />
    </EditorFrame>
  );
}

function Uses({ uses }: { readonly uses: readonly MetricUse[] }) {
  const { open } = useStudio();
  if (uses.length === 0) return <p className="text-sm text-muted">Nothing uses it yet. It is shown on scorecards, and decides nothing.</p>;
  return (
    <div className="text-sm">
      <h3 className="font-medium">Used in</h3>
      <ul>
        {uses.map((use) => {
          const { words, part } = wordsOfUse(use);
          return (
            <li key={`${use.part} ${use.key}`}>
              <TextLinkButton onClick={() => open(part)}>{words}</TextLinkButton>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function wordsOfUse(use: MetricUse): { readonly words: string; readonly part: string } {
  switch (use.part) {
    case "criterion":
      return { words: `the score of ${use.name}`, part: `score:${use.key}` };
    case "gate":
      return { words: `the gate of ${use.name}`, part: `score:${use.key}` };
    case "tier":
      return { words: `what ${use.name} requires`, part: `tier:${use.key}` };
    case "metric":
      return { words: use.name, part: `metric:${use.key}` };
    case "fund":
      return { words: `the fund of ${use.name}`, part: "funds" };
    case "effort":
      return { words: "effort", part: "effort" };
  }
}

const [WIDTH, HEIGHT] = [600, 80];

/** Today's partners by their values. */
function ValuesBehind({ metric }: MetricEditorProps) {
  const { program } = useStudio();
  const behind = useBehind();
  if (behind?.kind !== "values" || behind.values.extent === null) return null;
  const { values } = behind;
  const cutOff = cutOffWords(values);
  const tick = (value: number) => formatMetricTick(value, metric.unit, program.currency);
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden className="block h-20 w-full">
        <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className="stroke-line-strong/50" vectorEffect="non-scaling-stroke" />
        <HistogramBars values={values} scale={{ from: values.from, until: values.to, kind: values.scale }} width={WIDTH} height={HEIGHT} />
      </svg>
      <figcaption className="flex justify-between gap-3 text-center text-xs text-muted tabular-nums">
        <span>{tick(values.from)}</span>
        <span>
          Today’s partners
          {values.withoutData > 0 && `; ${formatCount(values.withoutData)} without data`}
          {cutOff !== null && `; ${cutOff}`}
        </span>
        <span>{tick(values.to)}</span>
      </figcaption>
    </figure>
  );
}
