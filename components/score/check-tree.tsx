import type { Check } from "@/lib/domain/score/decision";
import { type CheckGroup, type CheckLeaf, type CheckNames, gapWords, groupWords, haveLead, haveWords, isGroup, leafWords } from "./check-words";
import type { Reader } from "./reader";
import { VerdictMark } from "./verdict-mark";

type CheckTreeProps = { readonly check: Check; readonly names: CheckNames; readonly reader: Reader };

/** A tier's requirements, nested as the program nests them; each leaf with have and gap. The verdict on the whole stands in the heading. */
export function CheckTree({ check, names, reader }: CheckTreeProps) {
  if (!isGroup(check)) return <CheckLeafItem check={check} names={names} reader={reader} />;
  return (
    <div>
      <p className="py-1.5 text-sm text-muted">{groupWords(check)}</p>
      <CheckParts check={check} names={names} reader={reader} />
    </div>
  );
}

function CheckParts({ check, names, reader }: CheckTreeProps & { readonly check: CheckGroup }) {
  return (
    <ul className="border-l-2 border-line pl-4">
      {check.of.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a condition have no key but their place, which never changes
        <li key={index} className="border-b border-line last:border-b-0">
          {isGroup(part) ? (
            <>
              <div className="flex items-baseline justify-between gap-4 py-1.5">
                <span className="text-sm text-muted">{groupWords(part)}</span>
                <VerdictMark verdict={part.verdict} />
              </div>
              <CheckParts check={part} names={names} reader={reader} />
            </>
          ) : (
            <CheckLeafItem check={part} names={names} reader={reader} />
          )}
        </li>
      ))}
    </ul>
  );
}

function CheckLeafItem({ check, names, reader }: CheckTreeProps & { readonly check: CheckLeaf }) {
  const gap = gapWords(check, names);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 py-1.5 sm:grid-cols-[minmax(0,1fr)_10rem_5.5rem]">
      <span>{leafWords(check, names)}</span>
      <span className="text-sm tabular-nums max-sm:col-start-1 max-sm:row-start-2 sm:text-right">
        <span className="text-muted">{haveLead(check, reader)}</span>
        {haveWords(check, names)}
        {gap !== null && <span className="text-bad max-sm:before:text-muted max-sm:before:content-['_·_'] sm:block">{gap}</span>}
      </span>
      <span className="max-sm:col-start-2 max-sm:row-start-1 sm:justify-self-end">
        <VerdictMark verdict={check.verdict} />
      </span>
    </div>
  );
}
