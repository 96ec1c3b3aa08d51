"use client";

import { coverageRuleWords } from "@/components/activate/coverage-words";
import { Button } from "@/components/ui/button";
import type { CoverageRule } from "@/lib/domain/define/coverage-rule";
import { addCoverage, editCoverage, removeCoverage } from "@/lib/domain/define/edit-coverage";
import { minorDigits } from "@/lib/domain/shared/money";
import { EditorFrame } from "./editor-frame";
import { SelectInput } from "./fields";
import { NumberInput } from "./number-input";
import { useStudio } from "./studio-context";

/** When a region counts as covered for a product line. */
export function CoverageEditor() {
  const { program, edit } = useStudio();
  const { coverage } = program;
  return (
    <EditorFrame
      title="Coverage"
      kind="Benefits"
      path="coverage"
      hint="When a region counts as covered for a product line."
      actions={
        coverage === undefined ? (
          <Button onClick={() => edit(addCoverage(program), "adding the rule of coverage")}>Add a rule</Button>
        ) : (
          <Button look="quiet" className="ml-auto" onClick={() => edit(removeCoverage(program), "removing the rule of coverage")}>
            Remove the rule
          </Button>
        )
      }
    >
      {coverage === undefined ? (
        <p className="text-sm text-muted">The program does not say, so there is no map of coverage.</p>
      ) : (
        <CoverageFields coverage={coverage} />
      )}
    </EditorFrame>
  );
}

function CoverageFields({ coverage }: { readonly coverage: CoverageRule }) {
  const { program, edit, settle } = useStudio();
  const { trailingMonths, activeFrom, qualifiedTier, thin, contestedAbove } = coverage;
  const tierName = program.tiers.find(({ key }) => key === qualifiedTier)?.name ?? qualifiedTier;
  const set = (change: Partial<CoverageRule>, what: string) => edit(editCoverage(program, change), what, { continues: true });
  return (
    <>
      <fieldset>
        <legend className="mb-2 text-sm font-semibold">Who counts</legend>
        <div className="grid items-start gap-4 @sm:grid-cols-2">
          <NumberInput
            label="Active from revenue of"
            suffix={program.currency}
            value={activeFrom}
            isPositive
            decimals={minorDigits(program.currency)}
            step={1000}
            onChange={(from) => set({ activeFrom: from }, "the revenue of an active partner")}
            onSettle={settle}
          />
          <NumberInput
            label="In the last"
            suffix="months"
            value={trailingMonths}
            isWhole
            min={1}
            max={120}
            onChange={(months) => set({ trailingMonths: months }, "the months of an active partner")}
            onSettle={settle}
          />
          <SelectInput
            label="Qualified from tier"
            value={qualifiedTier}
            options={program.tiers.map(({ key, name }) => ({ value: key, label: name })).toReversed()}
            onChange={(tier) => set({ qualifiedTier: tier }, "the tier of a qualified partner")}
          />
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-2 text-sm font-semibold">How many it takes</legend>
        <div className="grid items-start gap-4 @sm:grid-cols-2">
          <NumberInput
            label="Thin with fewer than"
            suffix="partners"
            value={thin.fewerThan}
            isWhole
            min={1}
            max={1000}
            onChange={(fewerThan) => set({ thin: { ...thin, fewerThan } }, "when a cell is thin")}
            onSettle={settle}
          />
          <NumberInput
            label="Thin below"
            suffix="% of its potential"
            value={thin.belowPercent}
            isWhole
            min={0}
            max={100}
            step={5}
            onChange={(belowPercent) => set({ thin: { ...thin, belowPercent } }, "the revenue of a thin cell")}
            onSettle={settle}
          />
          <NumberInput
            label="Contested with more than"
            suffix="partners"
            value={contestedAbove}
            isWhole
            min={1}
            max={1000}
            onChange={(above) => set({ contestedAbove: above }, "when a cell is contested")}
            onSettle={settle}
          />
        </div>
      </fieldset>
      <div>
        <h3 className="mb-1 text-sm font-semibold">In words</h3>
        <ul className="list-disc space-y-1 pl-5 text-sm text-muted">
          {coverageRuleWords(coverage, tierName, program.currency).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </>
  );
}
