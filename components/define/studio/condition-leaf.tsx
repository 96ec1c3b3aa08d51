"use client";

import { placedNodes } from "@/lib/domain/define/edit-score";
import type { Comparison, Condition } from "@/lib/domain/define/program";
import { type Option, SelectInput } from "./fields";
import { NumberInput } from "./number-input";
import { useStudio } from "./studio-context";
import { unitSuffix } from "./unit-words";
import { ValuesInput } from "./values-input";

type Leaf = Exclude<Condition, { kind: "all" | "any" | "atLeast" | "not" }>;
type ConditionLeafProps = { readonly condition: Leaf; readonly isGate: boolean; readonly onChange: (condition: Condition) => void };

/** What a condition looks at, as one choice: "score", "metric:revenue", "node:fit", "leaves:fit", "attribute:region". */
function subjectOf(condition: Leaf): string {
  switch (condition.kind) {
    case "score":
      return "score";
    case "metric":
      return `metric:${condition.metric}`;
    case "node":
      return `node:${condition.node}`;
    case "leavesAbove":
      return `leaves:${condition.node}`;
    case "attribute":
      return `attribute:${condition.attribute}`;
  }
}

const COMPARISONS: readonly Option<Comparison>[] = [
  { value: ">=", label: "at least" },
  { value: ">", label: "more than" },
  { value: "<=", label: "at most" },
  { value: "<", label: "less than" },
  { value: "=", label: "exactly" },
];

export function ConditionLeaf({ condition, isGate, onChange }: ConditionLeafProps) {
  const { settle } = useStudio();
  const subjects = useSubjects(isGate);
  return (
    <>
      <SelectInput
        label="What it looks at"
        isLabelHidden
        isNarrow
        value={subjectOf(condition)}
        options={subjects}
        onChange={(subject) => onChange(leafOf(subject, condition))}
      />
      <Requirement condition={condition} onChange={onChange} onSettle={settle} />
    </>
  );
}

function useSubjects(isGate: boolean): readonly Option<string>[] {
  const { program, choices } = useStudio();
  const nodes = placedNodes(program.score).map(({ node }) => node);
  return [
    ...(isGate ? [] : [{ value: "score", label: "Score" }]),
    ...program.metrics.map(({ key, name }) => ({ value: `metric:${key}`, label: name })),
    ...nodes.slice(1).map(({ key, name }) => ({ value: `node:${key}`, label: `Points of ${name}` })),
    ...nodes.filter(({ kind }) => kind === "group").map(({ key, name }) => ({ value: `leaves:${key}`, label: `Every criterion of ${name}` })),
    ...Object.keys(choices.attributes).map((key) => ({ value: `attribute:${key}`, label: `The partner’s ${key.replaceAll("_", " ")}` })),
  ];
}

function Requirement({ condition, onChange, onSettle }: Omit<ConditionLeafProps, "isGate"> & { readonly onSettle: () => void }) {
  const { program, choices } = useStudio();
  switch (condition.kind) {
    case "score":
    case "node":
      return (
        <Amount
          label="Points"
          words="at least"
          value={condition.atLeast}
          unit="points"
          onChange={(atLeast) => onChange({ ...condition, atLeast })}
          onSettle={onSettle}
        />
      );
    case "leavesAbove":
      return (
        <Amount
          label="Points"
          words="above"
          value={condition.above}
          unit="points"
          onChange={(above) => onChange({ ...condition, above })}
          onSettle={onSettle}
        />
      );
    case "metric": {
      const metric = program.metrics.find(({ key }) => key === condition.metric);
      return (
        <>
          <SelectInput
            label="Comparison"
            isLabelHidden
            isNarrow
            value={condition.op}
            options={COMPARISONS}
            onChange={(op) => onChange({ ...condition, op })}
          />
          <Amount
            label="Value"
            value={condition.value}
            unit={metric === undefined ? "" : unitSuffix(metric.unit, program.currency)}
            onChange={(value) => onChange({ ...condition, value })}
            onSettle={onSettle}
          />
        </>
      );
    }
    case "attribute":
      return (
        <>
          <SelectInput
            label="Comparison"
            isLabelHidden
            isNarrow
            value={condition.op}
            options={[
              { value: "in", label: "is" },
              { value: "notIn", label: "is not" },
            ]}
            onChange={(op) => onChange({ ...condition, op })}
          />
          <ValuesInput
            label={`Values of ${condition.attribute}`}
            values={condition.values}
            known={choices.attributes[condition.attribute] ?? []}
            onChange={(values) => onChange({ ...condition, values })}
          />
        </>
      );
  }
}

type AmountProps = {
  readonly label: string;
  readonly words?: string;
  readonly value: number;
  readonly unit: string;
  readonly onChange: (value: number) => void;
  readonly onSettle: () => void;
};

function Amount({ label, words, value, unit, onChange, onSettle }: AmountProps) {
  return (
    <span className="flex items-center gap-2">
      {words !== undefined && <span className="text-sm text-muted">{words}</span>}
      <span className="w-32">
        <NumberInput label={label} isLabelHidden value={value} onChange={onChange} onSettle={onSettle} suffix={unit} />
      </span>
    </span>
  );
}

/** A condition on another subject, which keeps what it can of the one before. */
function leafOf(subject: string, before: Leaf): Leaf {
  const [kind, key = ""] = subject.split(":");
  const points = before.kind === "score" || before.kind === "node" ? before.atLeast : 50;
  switch (kind) {
    case "metric":
      return { kind, metric: key, op: before.kind === "metric" ? before.op : ">=", value: before.kind === "metric" ? before.value : 0 };
    case "node":
      return { kind, node: key, atLeast: points };
    case "leaves":
      return { kind: "leavesAbove", node: key, above: before.kind === "leavesAbove" ? before.above : 0 };
    case "attribute":
      return { kind, attribute: key, op: "in", values: before.kind === "attribute" && before.attribute === key ? before.values : [""] };
    default:
      return { kind: "score", atLeast: points };
  }
}
