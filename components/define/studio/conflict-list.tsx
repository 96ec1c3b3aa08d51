import type { MergeConflict } from "@/lib/domain/define/merge-programs";
import type { Program } from "@/lib/domain/define/program";
import type { ThreeWay } from "@/lib/domain/define/three-way";
import { conflictSentences } from "../conflict-words";

type ConflictListProps = ThreeWay<Program> & { readonly conflicts: readonly MergeConflict[] };

/** What both changed, and whose of it stands. */
export function ConflictList({ conflicts, ...versions }: ConflictListProps) {
  return (
    <>
      <p className="mt-1">You changed the same meanwhile. Look at it together:</p>
      <ul className="list-disc pl-5">
        {conflictSentences(conflicts, versions).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
