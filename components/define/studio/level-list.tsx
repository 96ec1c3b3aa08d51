"use client";

import { Button } from "@/components/ui/button";
import type { Benefit } from "@/lib/domain/define/benefit";
import { freeKey, shifted } from "@/lib/domain/define/edit-score";
import { LIMITS } from "@/lib/domain/define/program-limits";
import { TextInput } from "./fields";
import { FullNote } from "./full-note";

type Levels = Extract<Benefit, { type: "level" }>["levels"];
type LevelListProps = {
  readonly levels: Levels;
  readonly onChange: (levels: Levels, continues: boolean) => void;
  readonly onSettle: () => void;
};

const FEWEST = 2;

/** The levels of a benefit, from the least to the most. */
export function LevelList({ levels, onChange, onSettle }: LevelListProps) {
  const key = freeKey(
    "level",
    levels.map((level) => level.key),
  );
  return (
    <fieldset>
      <legend className="text-sm font-medium">Levels, from the least to the most</legend>
      <ol className="mt-1 space-y-2">
        {levels.map((level, place) => (
          <li key={level.key} className="flex flex-wrap items-end gap-1">
            <div className="min-w-40 flex-1">
              <TextInput
                label={`Level ${place + 1}`}
                value={level.name}
                maxLength={60}
                onChange={(name) => onChange(levels.with(place, { ...level, name }), true)}
                onSettle={onSettle}
              />
            </div>
            <Button
              look="quiet"
              aria-label={`Move ${level.name} up`}
              disabled={place === 0}
              onClick={() => onChange(shifted(levels, place, place - 1), false)}
            >
              Up
            </Button>
            <Button
              look="quiet"
              aria-label={`Move ${level.name} down`}
              disabled={place === levels.length - 1}
              onClick={() => onChange(shifted(levels, place, place + 1), false)}
            >
              Down
            </Button>
            <Button
              look="quiet"
              aria-label={`Remove ${level.name}`}
              disabled={levels.length <= FEWEST}
              onClick={() => onChange(levels.toSpliced(place, 1), false)}
            >
              Remove
            </Button>
          </li>
        ))}
      </ol>
      <Button
        look="quiet"
        className="mt-1 -ml-3"
        disabled={levels.length >= LIMITS.levels}
        onClick={() => onChange([...levels, { key, name: "New level" }], false)}
      >
        Add a level
      </Button>
      <FullNote count={levels.length} most={LIMITS.levels} what="levels" />
    </fieldset>
  );
}
