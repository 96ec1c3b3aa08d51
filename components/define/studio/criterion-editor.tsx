"use client";

import { useState } from "react";
import { formatMetricTick } from "@/components/format/metric-value";
import { formatNumber } from "@/components/format/number";
import { editCriterion } from "@/lib/domain/define/edit-score";
import type { Criterion, Curve, MissingRule } from "@/lib/domain/define/program";
import { curveWords } from "../curve-words";
import { useBehind } from "./answer-context";
import { CurveCanvas } from "./curve-canvas";
import { CurveFields } from "./curve-fields";
import { curveOfKind } from "./curve-of-kind";
import { curveScale } from "./curve-scale";
import { EditorFrame } from "./editor-frame";
import { type Option, SelectInput, TextInput } from "./fields";
import { NodeActions } from "./node-actions";
import { NodeKey } from "./node-key";
import { NumberInput } from "./number-input";
import { partPath } from "./part-path";
import { useStudio } from "./studio-context";
import { TextLinkButton } from "./text-link-button";
import { unitSuffix } from "./unit-words";
import { WeightInput } from "./weight-input";

type CriterionEditorProps = { readonly criterion: Criterion };

const CURVES: readonly Option<Curve["kind"]>[] = [
  { value: "linear", label: "Straight line between two values" },
  { value: "log", label: "Logarithm: each doubling counts alike" },
  { value: "points", label: "Lines through some points" },
  { value: "steps", label: "Steps" },
  { value: "perUnit", label: "Points for each" },
  { value: "percentile", label: "Percentile among peers" },
  { value: "rank", label: "Rank among peers" },
  { value: "minmax", label: "Between the lowest and highest peer" },
  { value: "zscore", label: "Distance from the peers’ average" },
];

const MISSING: readonly Option<MissingRule["rule"]>[] = [
  { value: "zero", label: "0 points" },
  { value: "reweight", label: "Left out, the others share its weight" },
  { value: "value", label: "Some points" },
  { value: "unscored", label: "The partner is not scored" },
];

/** One criterion: its metric, its weight, how a value becomes points, and what is done without data. */
export function CriterionEditor({ criterion }: CriterionEditorProps) {
  const { program, edit, settle, open } = useStudio();
  const metric = program.metrics.find(({ key }) => key === criterion.metric);
  const set = (change: Partial<Criterion>, what: string, continues = false) =>
    edit(editCriterion(program, criterion.key, change), `${what} of ${criterion.name}`, { continues });
  return (
    <EditorFrame
      title={criterion.name}
      kind="Criterion"
      path={partPath(program, `score:${criterion.key}`)}
      actions={<NodeActions node={criterion.key} />}
    >
      <div className="grid gap-4 @sm:grid-cols-2">
        <TextInput label="Name" value={criterion.name} maxLength={120} onChange={(name) => set({ name }, "the name", true)} onSettle={settle} />
        <SelectInput
          label="Metric"
          value={criterion.metric}
          options={program.metrics.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(key) => set({ metric: key }, "the metric")}
          hint={metric !== undefined && <TextLinkButton onClick={() => open(`metric:${metric.key}`)}>How it is measured</TextLinkButton>}
        />
      </div>
      <WeightInput node={criterion.key} />
      <CurveEditor criterion={criterion} onCurve={(curve, continues) => set({ curve }, "the curve", continues)} />
      <div className="grid items-start gap-4 @sm:grid-cols-2">
        <SelectInput
          label="Without data"
          value={criterion.missing.rule}
          options={MISSING}
          onChange={(rule) => set({ missing: rule === "value" ? { rule, points: 50 } : { rule } }, "the rule for missing data")}
        />
        {criterion.missing.rule === "value" && (
          <NumberInput
            label="Points without data"
            value={criterion.missing.points}
            min={0}
            max={100}
            onChange={(points) => set({ missing: { rule: "value", points } }, "the points without data", true)}
            onSettle={settle}
          />
        )}
      </div>
      <NodeKey node={criterion} />
    </EditorFrame>
  );
}

type CurveEditorProps = { readonly criterion: Criterion; readonly onCurve: (curve: Curve, continues: boolean) => void };

function CurveEditor({ criterion, onCurve }: CurveEditorProps) {
  const { program, settle } = useStudio();
  const behind = useBehind();
  const { curve } = criterion;
  const metric = program.metrics.find(({ key }) => key === criterion.metric);
  const values = behind?.kind === "values" && curve.kind !== "zscore" ? behind.values : null;
  const fitted = curveScale(curve, values?.extent ?? null);
  // While a handle is held the scale stays: the ground must not move under the pointer.
  const [held, setHeld] = useState<typeof fitted | null>(null);
  const unit = metric === undefined ? "" : unitSuffix(metric.unit, program.currency);
  const tick = (value: number) =>
    metric === undefined || curve.kind === "zscore" ? formatNumber(value) : formatMetricTick(value, metric.unit, program.currency);
  const release = () => {
    setHeld(null);
    settle();
  };
  return (
    <fieldset className="space-y-3">
      <legend className="sr-only">Curve</legend>
      <SelectInput
        label="Points by"
        value={curve.kind}
        options={CURVES}
        onChange={(kind) => onCurve(curveOfKind(kind, curve, values?.extent ?? null), false)}
      />
      <CurveCanvas
        curve={curve}
        scale={held ?? fitted}
        values={values}
        tick={tick}
        onChange={(next) => {
          setHeld(held ?? fitted);
          onCurve(next, true);
        }}
        onSettle={release}
      />
      {metric !== undefined && <p className="text-sm text-muted">{curveWords(curve, metric.unit, program.currency)}</p>}
      <CurveFields curve={curve} unit={unit} onChange={(next) => onCurve(next, true)} onSettle={settle} />
    </fieldset>
  );
}
