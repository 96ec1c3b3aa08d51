import type { ProgramNames } from "@/components/define/condition-words";
import type { Check } from "@/lib/domain/score/decision";
import { type CheckGroup, type CheckLeaf, gapWords, groupWords, haveWords, isGroup, leafWords } from "./check-words";
import { VerdictMark } from "./verdict-mark";

type CheckTreeProps = { readonly check: Check; readonly names: ProgramNames };

/** A requirement with its parts, nested as the program nests them; each leaf with have and gap. */
export function CheckTree({ check, names }: CheckTreeProps) {
  return isGroup(check) ? <CheckGroupItem check={check} names={names} /> : <CheckLeafItem check={check} names={names} />;
}

function CheckGroupItem({ check, names }: { readonly check: CheckGroup; readonly names: ProgramNames }) {
  return (
    <div>
      <div className="flex items-baseline justify-between gap-4 py-1.5">
        <span className="text-sm text-muted">{groupWords(check)}</span>
        <VerdictMark verdict={check.verdict} />
      </div>
      <ul className="border-l-2 border-line pl-4">
        {check.of.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a condition have no key but their place, which never changes
          <li key={index} className="border-b border-line last:border-b-0">
            <CheckTree check={part} names={names} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function CheckLeafItem({ check, names }: { readonly check: CheckLeaf; readonly names: ProgramNames }) {
  const gap = gapWords(check, names);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 py-1.5 sm:grid-cols-[minmax(0,1fr)_9rem_5.5rem]">
      <span>{leafWords(check, names)}</span>
      <span className="text-sm tabular-nums max-sm:col-start-1 max-sm:row-start-2 sm:text-right">
        <span className="text-muted">has </span>
        {haveWords(check, names)}
        {gap !== null && <span className="block text-bad">{gap}</span>}
      </span>
      <span className="max-sm:col-start-2 max-sm:row-start-1 sm:justify-self-end">
        <VerdictMark verdict={check.verdict} />
      </span>
    </div>
  );
}
