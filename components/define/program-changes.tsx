import { ApplyWithoutScripts } from "@/components/ui/apply-without-scripts";
import { CONTROL } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Section } from "@/components/ui/section";
import type { ProgramVersion } from "@/lib/contracts/program";
import { changeGroups } from "./change-words";

type ProgramChangesProps = {
  readonly version: ProgramVersion;
  readonly against: ProgramVersion;
  /** Of the same program, to choose from. */
  readonly others: readonly number[];
};

/** What a version changed, in words, since another one that can be chosen. */
export function ProgramChanges({ version, against, others }: ProgramChangesProps) {
  const groups = changeGroups(against.document, version.document);
  return (
    <Section
      id="changes"
      title={`What changed since version ${against.version}`}
      aside={others.length > 1 && <ChooseVersion version={version} against={against.version} others={others} />}
    >
      {groups.length === 0 ? (
        <p className="text-muted">Nothing: both versions state the same rules.</p>
      ) : (
        <dl className="border-t border-line">
          {groups.map(({ stage, sentences }) => (
            <div key={stage} className="gap-x-4 border-b border-line py-2.5 sm:flex">
              <dt className="w-36 shrink-0 text-sm font-medium text-muted">{stage}</dt>
              <dd className="min-w-0">
                <ul className="space-y-1.5">
                  {sentences.map((sentence) => (
                    <li key={sentence} className="wrap-break-word">
                      {sentence}
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}

type ChooseVersionProps = { readonly version: ProgramVersion; readonly against: number; readonly others: readonly number[] };

function ChooseVersion({ version, against, others }: ChooseVersionProps) {
  return (
    <FilterForm action="/define" label="Version to compare with">
      <input type="hidden" name="program" value={version.program.key} />
      <input type="hidden" name="version" value={version.version} />
      <label className="flex items-center gap-2">
        Since
        <select name="against" defaultValue={against} className={`${CONTROL} w-auto!`}>
          {others.map((other) => (
            <option key={other} value={other}>
              version {other}
            </option>
          ))}
        </select>
        <ApplyWithoutScripts />
      </label>
    </FilterForm>
  );
}
