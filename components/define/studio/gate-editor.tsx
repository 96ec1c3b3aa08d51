"use client";

import { Button } from "@/components/ui/button";
import type { Group } from "@/lib/domain/define/program";
import { useBehind } from "./answer-context";
import { ConditionEditor } from "./condition-editor";
import { SelectInput } from "./fields";
import { newCondition } from "./new-condition";
import { useStudio } from "./studio-context";

type GateEditorProps = { readonly group: Group; readonly onChange: (gate: Group["gate"]) => void };

/** What must be met, or the group, or one part of it, has no points. */
export function GateEditor({ group, onChange }: GateEditorProps) {
  const { program } = useStudio();
  const behind = useBehind();
  const { gate } = group;
  return (
    <div>
      <h3 className="text-sm font-medium">Gate</h3>
      {gate === undefined ? (
        <p className="text-sm text-muted">
          None: its points always count.{" "}
          <Button look="quiet" onClick={() => onChange({ requires: newCondition(program, true) })}>
            Add a gate
          </Button>
        </p>
      ) : (
        <div className="mt-1 space-y-2">
          <SelectInput
            label="What has 0 points unless the condition is met"
            isLabelHidden
            isNarrow
            value={gate.zeroes ?? ""}
            options={[
              { value: "", label: `${group.name} has 0 points` },
              ...group.children.map(({ key, name }) => ({ value: key, label: `${name} has 0 points` })),
            ]}
            onChange={(zeroes) => onChange({ requires: gate.requires, ...(zeroes !== "" && { zeroes }) })}
          />
          <p className="text-sm text-muted">unless</p>
          <ConditionEditor
            condition={gate.requires}
            counts={behind?.kind === "group" ? behind.gate : null}
            isGate
            onChange={(requires) => onChange(requires === null ? undefined : { ...gate, requires })}
          />
        </div>
      )}
    </div>
  );
}
