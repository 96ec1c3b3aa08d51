import { diffPrograms, type ProgramChange } from "@/lib/domain/define/diff-programs";
import type { MergeConflict } from "@/lib/domain/define/merge-programs";
import type { Program } from "@/lib/domain/define/program";
import type { ThreeWay } from "@/lib/domain/define/three-way";
import { type ChangeSides, changeSide } from "./change-side";
import { changeWords } from "./change-words";

/** What each of two people did to one thing, and whose is kept, for each conflict of a merge of these programs. */
export function conflictSentences(conflicts: readonly MergeConflict[], { base, mine, theirs }: ThreeWay<Program>): readonly string[] {
  const before = changeSide(base);
  const my = { changes: diffPrograms(base, mine), sides: { before, after: changeSide(mine) } };
  const their = { changes: diffPrograms(base, theirs), sides: { before, after: changeSide(theirs) } };
  return conflicts.map((conflict) => {
    if (conflict.statement === "order") return `Both of you changed the order of ${conflict.path}. Yours is kept.`;
    const kept = conflict.kept === "mine" ? "Yours is kept." : "Theirs is kept.";
    return `You: ${doneWords(conflict, my)} They: ${doneWords(conflict, their)} ${kept}`;
  });
}

type Done = { readonly changes: readonly ProgramChange[]; readonly sides: ChangeSides };

function doneWords({ part, key, statement }: MergeConflict, { changes, sides }: Done): string {
  const ofThing = changes.filter((change) => change.part === part && change.key === key);
  const change = ofThing.find((one) => one.statement === statement) ?? ofThing[0];
  // Of a group that the other removed, something was put into it.
  return change === undefined ? "It is still used." : changeWords(change, sides);
}
