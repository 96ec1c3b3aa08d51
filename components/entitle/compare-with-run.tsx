import { formatDate } from "@/components/format/date";
import { fundPath } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/field";
import type { RunPage } from "@/lib/contracts/run";

type CompareWithRunProps = { readonly fund: number; readonly runs: RunPage["items"] };

/** A plain GET form: the comparison has an address of its own. */
export function CompareWithRun({ fund, runs }: CompareWithRunProps) {
  if (runs.length === 0) {
    return <p className="text-sm text-muted">There is no other run. Evaluate one with a draft version of the program to see what it would move.</p>;
  }
  return (
    <form action={`${fundPath(fund)}/comparison`} className="flex flex-wrap items-center gap-2 print:hidden">
      <select name="run" aria-label="Run to compare with" className={`${CONTROL} sm:w-96!`}>
        {runs.map(({ number, asOf, status, program }) => (
          <option key={number} value={number}>
            Run {number}, as of {formatDate(asOf)}, version {program.version}
            {status === "draft" ? " (draft)" : ""}
          </option>
        ))}
      </select>
      <Button type="submit">Compare</Button>
    </form>
  );
}
