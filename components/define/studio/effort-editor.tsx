"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { addEffort, editEffortUnit, metricsWithoutEffort } from "@/lib/domain/define/edit-effort";
import { LIMITS } from "@/lib/domain/define/program-limits";
import { EditorFrame } from "./editor-frame";
import { EffortLine } from "./effort-line";
import { SelectInput, TextInput } from "./fields";
import { useStudio } from "./studio-context";

/** What it takes a partner to better each metric, for advice on the way to the next tier. */
export function EffortEditor() {
  const { program, edit, settle } = useStudio();
  const { effort = [], effortUnit = "" } = program;
  return (
    <EditorFrame
      title="Effort"
      kind="Data"
      path="effort"
      hint="What it takes a partner to better a metric, for advice on the way to the next tier. A metric without an effort is never advised."
      actions={<AddEffort />}
    >
      <div className="max-w-72">
        <TextInput
          label="Effort is counted in"
          value={effortUnit}
          maxLength={40}
          isOptional
          onChange={(unit) => edit(editEffortUnit(program, unit.trim()), "the unit of effort", { continues: true })}
          onSettle={settle}
          hint="As it follows a number: “days of work”. Empty: a plain weight."
        />
      </div>
      {effort.length === 0 ? (
        <p className="text-sm text-muted">The program says of no metric what it takes, so it gives no advice.</p>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {effort.map((one, place) => (
            <li key={one.metric}>
              <EffortLine effort={one} place={place} />
            </li>
          ))}
        </ul>
      )}
    </EditorFrame>
  );
}

function AddEffort() {
  const { program, edit } = useStudio();
  const [wanted, setWanted] = useState("");
  const metrics = metricsWithoutEffort(program);
  const metric = metrics.find(({ key }) => key === wanted) ?? metrics[0];
  if (metric === undefined || (program.effort ?? []).length >= LIMITS.effort) {
    return <p className="text-sm text-muted">Every metric has an effort, or moves along with one that has.</p>;
  }
  return (
    <>
      <SelectInput
        label="Metric"
        isLabelHidden
        isNarrow
        value={metric.key}
        options={metrics.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={setWanted}
      />
      <Button onClick={() => edit(addEffort(program, metric), `the effort of ${metric.name}`)}>Add its effort</Button>
    </>
  );
}
