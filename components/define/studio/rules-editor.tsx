"use client";

import { DEFAULT_ROBUSTNESS } from "@/lib/domain/define/default-robustness";
import type { Program } from "@/lib/domain/define/program";
import { qualificationWords, readingsWords, robustnessRuleWords } from "../rule-words";
import { EditorFrame } from "./editor-frame";
import { SelectInput } from "./fields";
import { NumberInput } from "./number-input";
import { PointsBehind } from "./points-behind";
import { useStudio } from "./studio-context";

/** How scores are rounded, tiers are reached, partners are measured, and how firm a tier must be. */
export function RulesEditor() {
  const { program, edit } = useStudio();
  const { qualification, scoreDecimals } = program;
  return (
    <EditorFrame title="Measuring and rounding" kind="Rules" path="readings">
      <PointsBehind title="Today’s partners by score" />
      <div className="grid items-start gap-4 @sm:grid-cols-2">
        <SelectInput
          label="Tiers are reached"
          value={qualification}
          options={[
            { value: "highestMet", label: "Each by itself" },
            { value: "ladder", label: "As a ladder" },
          ]}
          onChange={(chosen) => edit({ ...program, qualification: chosen }, "how tiers are reached")}
          hint={qualificationWords(qualification)}
        />
        <SelectInput
          label="Scores are rounded to"
          value={String(scoreDecimals)}
          options={["0", "1", "2", "3", "4"].map((decimals) => ({
            value: decimals,
            label: decimals === "0" ? "whole points" : decimals === "1" ? "1 decimal" : `${decimals} decimals`,
          }))}
          onChange={(decimals) => edit({ ...program, scoreDecimals: Number(decimals) }, "the rounding")}
          hint="Halves away from zero. The rounded score decides tiers and ranks."
        />
      </div>
      <ReadingsFields />
      <RobustnessFields />
    </EditorFrame>
  );
}

function ReadingsFields() {
  const { program, edit, settle } = useStudio();
  const { readings } = program;
  const set = (next: Program["readings"], continues = false) => {
    const { readings: _, ...rest } = program;
    edit(next === undefined ? rest : { ...rest, readings: next }, "how often partners are measured", { continues });
  };
  return (
    <div className="flex flex-wrap items-start gap-4">
      <div className="min-w-0 flex-1 basis-64">
        <SelectInput
          label="A partner is measured"
          value={readings?.kind ?? "once"}
          options={[
            { value: "once", label: "Once, as of the run’s date" },
            { value: "monthEnds", label: "At several month ends, the best counts" },
            { value: "regions", label: "In each region, the best counts" },
          ]}
          onChange={(kind) => set(kind === "once" ? undefined : kind === "monthEnds" ? { kind, last: 6 } : { kind: "regions", level: 1 })}
          hint={readings === undefined ? undefined : readingsWords(readings)}
        />
      </div>
      {readings?.kind === "monthEnds" && (
        <div className="w-32">
          <NumberInput
            label="Month ends"
            value={readings.last}
            isWhole
            min={2}
            max={12}
            onChange={(last) => set({ ...readings, last }, true)}
            onSettle={settle}
          />
        </div>
      )}
      {readings?.kind === "regions" && (
        <div className="w-32">
          <NumberInput
            label="Level of the tree"
            value={readings.level}
            isWhole
            min={1}
            max={10}
            onChange={(level) => set({ ...readings, level }, true)}
            onSettle={settle}
            hint="1 is the top."
          />
        </div>
      )}
    </div>
  );
}

function RobustnessFields() {
  const { program, edit, settle } = useStudio();
  const rule = program.robustness ?? DEFAULT_ROBUSTNESS;
  const set = (change: Partial<typeof rule>) =>
    edit({ ...program, robustness: { ...rule, ...change } }, "the test of robustness", { continues: true });
  return (
    <fieldset>
      <legend className="text-sm font-medium">Robustness</legend>
      <p className="mb-2 max-w-prose text-xs text-muted">{robustnessRuleWords(rule)}</p>
      <div className="grid max-w-md gap-4 @sm:grid-cols-2">
        <NumberInput
          label="Weights vary by up to"
          suffix="%"
          value={rule.spreadPercent}
          isWhole
          min={1}
          max={90}
          onChange={(spreadPercent) => set({ spreadPercent })}
          onSettle={settle}
        />
        <NumberInput
          label="Solid from"
          suffix="%"
          value={rule.solidFromPercent}
          isWhole
          min={50}
          max={100}
          onChange={(solidFromPercent) => set({ solidFromPercent })}
          onSettle={settle}
        />
      </div>
    </fieldset>
  );
}
