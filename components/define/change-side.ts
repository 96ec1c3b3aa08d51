import type { Program } from "@/lib/domain/define/program";
import { type ScoreTree, scoreTree } from "@/lib/domain/define/score-tree";
import type { ProgramNames } from "./condition-words";
import { programNames } from "./program-names";

/** One of the two programs between which something has changed, with what it takes to say it. */
export type ChangeSide = { readonly program: Program; readonly names: ProgramNames; readonly tree: ScoreTree };

/** A program before and after a change. */
export type ChangeSides = { readonly before: ChangeSide; readonly after: ChangeSide };

export function changeSide(program: Program): ChangeSide {
  return { program, names: programNames(program), tree: scoreTree(program.score) };
}

/** "Currency: USD → EUR.", of what is said in a word or a figure; null is not stated. */
export function shiftWords(subject: string, before: string | null, after: string | null): string {
  return before === after ? unshifted(subject, after) : `${subject}: ${before ?? "not stated"} → ${after ?? "not stated"}.`;
}

/** "Gold asks: score at least 70 (was: score at least 60).", of what takes a phrase to say; null is nothing. */
export function restated(subject: string, before: string | null, after: string | null): string {
  return before === after ? unshifted(subject, after) : `${subject}: ${phrase(after)} (was: ${phrase(before)}).`;
}

/** Of what is written otherwise and means the same, such as a default that is now stated. */
function unshifted(subject: string, words: string | null): string {
  return `${subject}: ${phrase(words)}, as before; it is only written otherwise.`;
}

/** A sentence as a part of another. */
function phrase(text: string | null): string {
  return text === null ? "nothing" : text.replace(/\.$/, "");
}

/** "A partner is measured once." as a part of another sentence; never for one that begins with a name. */
export function asPhrase(sentence: string): string {
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}

export function metricNameIn({ program }: ChangeSide, key: string): string {
  return program.metrics.find((metric) => metric.key === key)?.name ?? key;
}

export function tierNameIn({ program }: ChangeSide, key: string): string {
  return program.tiers.find((tier) => tier.key === key)?.name ?? key;
}
