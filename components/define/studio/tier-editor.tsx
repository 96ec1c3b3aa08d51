"use client";

import { Button } from "@/components/ui/button";
import { freeKey } from "@/lib/domain/define/edit-score";
import { addTier, editTier, removeTier, shiftTier } from "@/lib/domain/define/edit-tiers";
import type { Condition, Tier } from "@/lib/domain/define/program";
import { LIMITS } from "@/lib/domain/define/program-limits";
import { lowestScoreRequirement } from "@/lib/domain/score/distance-to-cut";
import { conditionWords } from "../condition-words";
import { useBehind } from "./answer-context";
import { CapacityEditor } from "./capacity-editor";
import { ConditionEditor } from "./condition-editor";
import { CutSlider } from "./cut-slider";
import { EditorFrame } from "./editor-frame";
import { TextInput } from "./fields";
import { FullNote } from "./full-note";
import { PointsBehind } from "./points-behind";
import { RemovePart } from "./remove-part";
import { useStudio } from "./studio-context";

type TierEditorProps = { readonly tier: Tier };

/** One tier: what it asks for, over today's scores, and how many it takes. */
export function TierEditor({ tier }: TierEditorProps) {
  const { program, names, edit, settle, open } = useStudio();
  const behind = useBehind();
  const place = program.tiers.findIndex(({ key }) => key === tier.key);
  const isLowest = place === 0;
  const set = (change: Partial<Tier>, what: string, continues = false) =>
    edit(editTier(program, tier.key, change), `${what} of ${tier.name}`, { continues });
  const cuts = program.tiers.flatMap(({ key, name, requires }) => {
    const at = lowestScoreRequirement(requires);
    return at === null ? [] : [{ at, name, isThis: key === tier.key }];
  });

  function addAbove() {
    const key = freeKey(
      "tier",
      program.tiers.map((other) => other.key),
    );
    const requires: Condition = { kind: "score", atLeast: Math.min(100, (lowestScoreRequirement(tier.requires) ?? 40) + 10) };
    edit(addTier(program, tier.key, { key, name: "New tier", requires }), "adding a tier");
    open(`tier:${key}`);
  }

  return (
    <EditorFrame
      title={tier.name}
      kind={isLowest ? "The lowest tier" : "Tier"}
      path={`tiers.${tier.key}`}
      hint={isLowest ? "It takes every partner that no other tier takes, so it asks for nothing." : undefined}
      actions={
        <>
          <Button disabled={program.tiers.length >= LIMITS.tiers} onClick={addAbove}>
            Add a tier above
          </Button>
          {!isLowest && (
            <>
              <Button
                disabled={place === program.tiers.length - 1}
                onClick={() => edit(shiftTier(program, tier.key, 1), `the place of ${tier.name}`)}
              >
                Move up
              </Button>
              <Button disabled={place === 1} onClick={() => edit(shiftTier(program, tier.key, -1), `the place of ${tier.name}`)}>
                Move down
              </Button>
              <RemovePart
                name={tier.name}
                onRemove={() => {
                  edit(removeTier(program, tier.key), `removing ${tier.name}`);
                  open(`tier:${program.tiers[place - 1]?.key ?? ""}`);
                }}
              />
            </>
          )}
        </>
      }
    >
      <div className="max-w-72">
        <TextInput label="Name" value={tier.name} maxLength={60} onChange={(name) => set({ name }, "the name", true)} onSettle={settle} />
      </div>
      <div>
        <PointsBehind title="Today’s partners by score" cuts={cuts} />
        {!isLowest && tier.requires !== null && (
          <CutSlider name={tier.name} condition={tier.requires} onChange={(requires) => set({ requires }, "the cut", true)} onSettle={settle} />
        )}
      </div>
      {!isLowest && (
        <div>
          <h3 className="text-sm font-medium">Requires</h3>
          {tier.requires !== null && <p className="mb-2 text-sm text-muted">{conditionWords(tier.requires, names)}</p>}
          {tier.requires === null ? (
            <Button onClick={() => set({ requires: { kind: "score", atLeast: 50 } }, "the requirement")}>Add a condition</Button>
          ) : (
            <ConditionEditor
              condition={tier.requires}
              counts={behind?.kind === "condition" ? behind.counts : null}
              onChange={(requires) => set({ requires }, "the requirement", true)}
            />
          )}
          {tier.requires !== null && !("of" in tier.requires) && (
            <Button
              look="quiet"
              className="-ml-3"
              onClick={() =>
                tier.requires && set({ requires: { kind: "all", of: [tier.requires, { kind: "score", atLeast: 50 }] } }, "the requirement")
              }
            >
              Add a condition
            </Button>
          )}
        </div>
      )}
      <FullNote count={program.tiers.length} most={LIMITS.tiers} what="tiers" />
      {!isLowest && <CapacityEditor tier={tier} onChange={(capacity) => set({ capacity }, "the seats", true)} />}
    </EditorFrame>
  );
}
