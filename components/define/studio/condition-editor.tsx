"use client";

import { Button } from "@/components/ui/button";
import { addCondition, type ConditionPlace, editCondition, partsOf } from "@/lib/domain/define/edit-condition";
import type { Condition } from "@/lib/domain/define/program";
import { LIMITS } from "@/lib/domain/define/program-limits";
import type { ConditionCounts } from "@/lib/domain/optimize/behind";
import { ConditionCount } from "./condition-count";
import { ConditionLeaf } from "./condition-leaf";
import { SelectInput } from "./fields";
import { FullNote } from "./full-note";
import { newCondition } from "./new-condition";
import { NumberInput } from "./number-input";
import { useStudio } from "./studio-context";

type ConditionEditorProps = {
  readonly condition: Condition;
  /** Null takes the whole condition away. */
  readonly onChange: (condition: Condition | null) => void;
  /** Of today's partners, in the shape of the condition; null while they are not known. */
  readonly counts: ConditionCounts | null;
  /** A gate cannot look at the score that it decides on. */
  readonly isGate?: boolean;
};

/** What is required, as a tree of conditions, each with how many of today's partners meet it. */
export function ConditionEditor({ condition, onChange, counts, isGate = false }: ConditionEditorProps) {
  const at = (place: ConditionPlace) => (change: (part: Condition) => Condition | null) => onChange(editCondition(condition, place, change));
  return (
    <ConditionItem {...{ condition, counts, isGate, at }} place={[]} onAdd={(place, added) => onChange(addCondition(condition, place, added))} />
  );
}

type ItemProps = {
  readonly condition: Condition;
  readonly counts: ConditionCounts | null;
  readonly isGate: boolean;
  readonly place: ConditionPlace;
  readonly at: (place: ConditionPlace) => (change: (part: Condition) => Condition | null) => void;
  readonly onAdd: (place: ConditionPlace, added: Condition) => void;
};

function ConditionItem(props: ItemProps) {
  const { condition, counts, isGate, place, at } = props;
  const replace = (next: Condition) => at(place)(() => next);
  const remove = () => at(place)(() => null);
  if ("of" in condition || condition.kind === "not") return <ConditionGroup {...props} onReplace={replace} onRemove={remove} />;
  return (
    <div className="flex flex-wrap items-start gap-x-2 gap-y-1 py-1.5">
      <ConditionLeaf condition={condition} isGate={isGate} onChange={replace} />
      <span className="ml-auto flex items-center gap-2">
        <ConditionCount counts={counts} />
        <Button look="quiet" className="px-2" aria-label="Remove this condition" onClick={remove}>
          Remove
        </Button>
      </span>
    </div>
  );
}

type GroupProps = ItemProps & { readonly onReplace: (next: Condition) => void; readonly onRemove: () => void };

const KINDS = [
  { value: "all", label: "All of these" },
  { value: "any", label: "Any one of these" },
  { value: "atLeast", label: "At least so many of these" },
  { value: "not", label: "Not this" },
] as const;
type GroupKind = (typeof KINDS)[number]["value"];

function ConditionGroup({ condition, counts, isGate, place, at, onAdd, onReplace, onRemove }: GroupProps) {
  const { settle, program } = useStudio();
  const parts = partsOf(condition);
  const isFull = parts.length >= LIMITS.conditions;
  return (
    <div className="py-1.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <SelectInput
          label="How many are needed"
          isLabelHidden
          isNarrow
          value={condition.kind as GroupKind}
          options={parts.length === 1 ? KINDS : KINDS.filter(({ value }) => value !== "not")}
          onChange={(kind) => onReplace(asGroup(kind, parts))}
        />
        {condition.kind === "atLeast" && (
          <span className="w-16">
            <NumberInput
              label="So many"
              isLabelHidden
              value={condition.count}
              isWhole
              min={1}
              max={parts.length}
              onChange={(count) => onReplace({ ...condition, count })}
              onSettle={settle}
            />
          </span>
        )}
        <span className="ml-auto flex items-center gap-2">
          <ConditionCount counts={counts} />
          <Button look="quiet" className="px-2" aria-label="Remove these conditions" onClick={onRemove}>
            Remove
          </Button>
        </span>
      </div>
      <div className="mt-1 border-l-2 border-line pl-3 sm:pl-4">
        {parts.map((part, i) => (
          <ConditionItem
            // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no name but its place
            key={i}
            condition={part}
            counts={counts?.of[i] ?? null}
            isGate={isGate}
            place={[...place, i]}
            at={at}
            onAdd={onAdd}
          />
        ))}
        {condition.kind !== "not" && (
          <div className="flex flex-wrap gap-1 py-1">
            <Button look="quiet" className="-ml-3" disabled={isFull} onClick={() => onAdd(place, newCondition(program, isGate))}>
              Add a condition
            </Button>
            <Button
              look="quiet"
              disabled={isFull}
              onClick={() => onAdd(place, { kind: condition.kind === "all" ? "any" : "all", of: [newCondition(program, isGate)] })}
            >
              Add a group
            </Button>
            <FullNote count={parts.length} most={LIMITS.conditions} what="conditions here" />
          </div>
        )}
      </div>
    </div>
  );
}

function asGroup(kind: GroupKind, parts: readonly Condition[]): Condition {
  const [first] = parts;
  if (kind === "not") return first === undefined ? { kind: "all", of: parts } : { kind: "not", condition: first };
  return kind === "atLeast" ? { kind, count: Math.min(2, parts.length), of: parts } : { kind, of: parts };
}
