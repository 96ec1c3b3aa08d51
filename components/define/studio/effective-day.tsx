import { useState } from "react";
import { CONTROL, Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { ProposalTerms } from "@/lib/contracts/proposal-terms";
import { lastEffectiveDay } from "@/lib/domain/define/last-effective-day";
import { pastDayWords } from "../past-day-words";

type EffectiveDayProps = { readonly terms: ProposalTerms; readonly hint: string; readonly error: string | undefined };

/** The day from which a version takes effect. Once a run is published, a past day must be meant. */
export function EffectiveDay({ terms, hint, error }: EffectiveDayProps) {
  const [day, setDay] = useState(terms.suggestedFrom);
  const past = terms.needsSecondPerson && day !== "" ? pastDayWords(day, terms.decided) : null;
  return (
    <>
      <Field
        label="In effect from"
        hint={hint}
        error={error}
        control={(ids) => (
          <input
            {...ids}
            type="date"
            name="effectiveFrom"
            required
            max={lastEffectiveDay(terms.decided.today)}
            value={day}
            onChange={({ target }) => setDay(target.value)}
            className={CONTROL}
          />
        )}
      />
      {past !== null && (
        <Notice tone="warn">
          <p>{past}</p>
          <label className="mt-2 flex items-center gap-2 font-medium">
            <input type="checkbox" required className="size-4 shrink-0 accent-accent" />
            It shall be in effect from this past day
          </label>
        </Notice>
      )}
    </>
  );
}
