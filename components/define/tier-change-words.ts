import type { ProgramChange } from "@/lib/domain/define/diff-programs";
import type { Program, Tier } from "@/lib/domain/define/program";
import { asPhrase, type ChangeSide, type ChangeSides, restated } from "./change-side";
import { conditionWords } from "./condition-words";
import { capacityWords } from "./rule-words";

/** What has changed of a tier; null where a key is used twice, and it cannot be said of which. */
export function tierChangeWords(change: ProgramChange, { before, after }: ChangeSides): string | null {
  const [was, is] = [tierIn(before.program, change.key), tierIn(after.program, change.key)];
  switch (change.statement) {
    case null:
      if (change.kind === "removed") return was ? `The tier ${was.name} is gone; it asked: ${asksWords(was, before)}.` : null;
      if (is === undefined) return null;
      return change.kind === "added"
        ? `New tier ${is.name}, ${placeWords(is, after.program)}; it asks: ${asksWords(is, after)}.${is.capacity === undefined ? "" : ` ${capacityWords(is.capacity)}`}`
        : `${is.name} is now ${placeWords(is, after.program)}.`;
    case "name":
      return was && is ? `The tier ${was.name} is now called ${is.name}.` : null;
    case "requires":
      return was && is ? restated(`${is.name} asks`, asksWords(was, before), asksWords(is, after)) : null;
    case "capacity":
      return was && is ? restated(`Seats of ${is.name}`, seatsWords(was), seatsWords(is)) : null;
    default:
      return null;
  }
}

function tierIn({ tiers }: Program, key: string): Tier | undefined {
  return tiers.find((tier) => tier.key === key);
}

function asksWords({ requires }: Tier, { names }: ChangeSide): string {
  return requires === null ? "nothing, every partner is in it" : conditionWords(requires, names);
}

function seatsWords({ capacity }: Tier): string {
  return capacity === undefined ? "no limit" : asPhrase(capacityWords(capacity));
}

function placeWords({ key }: Tier, { tiers }: Program): string {
  const place = tiers.findIndex((tier) => tier.key === key);
  const below = tiers[place - 1];
  return below === undefined ? "the lowest tier" : `above ${below.name}`;
}
