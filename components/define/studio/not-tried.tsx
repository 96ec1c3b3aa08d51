import { counted } from "@/components/format/number";
import { IssueLine } from "../issue-line";
import { issueWords } from "../issue-words";
import type { Tried } from "./simulator-messages";

const REASONS_SHOWN = 5;

/** Why the rules, as they are now, were not tried. What is shown below, if anything, is of the rules before. */
export function NotTried({ tried: { faults, issues } }: { readonly tried: Tried }) {
  const reasons = [
    ...faults.map(({ path, message }) => ({ path, words: message })),
    ...issues.filter(({ severity }) => severity === "error").map((issue) => ({ path: issue.path, words: issueWords(issue) })),
  ];
  return (
    <div className="mb-4 text-sm">
      <p className="font-medium text-bad">Mend this, and the rules are tried again:</p>
      <ul className="mt-1 space-y-1">
        {reasons.slice(0, REASONS_SHOWN).map(({ path, words }) => (
          <IssueLine key={`${path} ${words}`} path={path} words={words} />
        ))}
        {reasons.length > REASONS_SHOWN && <li className="text-muted">and {counted(reasons.length - REASONS_SHOWN, "more contradiction")}</li>}
      </ul>
    </div>
  );
}
