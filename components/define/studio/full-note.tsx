import { fullWords } from "./full-words";

type FullNoteProps = { readonly count: number; readonly most: number; readonly what: string };

/** Beside a button that adds to a list: why it does not, when the list is full. */
export function FullNote(list: FullNoteProps) {
  const words = fullWords(list);
  return (
    <p role="status" className="text-xs text-muted empty:hidden">
      {words}
    </p>
  );
}
