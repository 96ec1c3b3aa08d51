import type { Program } from "@/lib/domain/define/program";
import { changeGroups } from "../change-words";

type ChangeListProps = { readonly before: Program; readonly after: Program };

const MOST_SHOWN = 8;

/** What differs between two states of a draft, in words. */
export function ChangeList({ before, after }: ChangeListProps) {
  const sentences = changeGroups(before, after).flatMap((group) => group.sentences);
  return (
    <ul className="list-disc pl-5">
      {sentences.slice(0, MOST_SHOWN).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
      {sentences.length > MOST_SHOWN && <li>and more</li>}
    </ul>
  );
}
