"use client";

import { useId } from "react";
import { Button } from "@/components/ui/button";
import { benefitsWithoutFund, editFund, removeFund, revenueMetrics } from "@/lib/domain/define/edit-funds";
import type { FundRule } from "@/lib/domain/define/fund";
import { SelectInput } from "./fields";
import { FundBoundsTable } from "./fund-bounds-table";
import { useStudio } from "./studio-context";

type FundEditorProps = { readonly fund: FundRule; readonly place: number };

/** One fund: the benefit that it pays, the revenue by which it shares, and what each tier gets at least and at most. */
export function FundEditor({ fund, place }: FundEditorProps) {
  const heading = useId();
  const { program, edit } = useStudio();
  const paid = program.entitlements?.benefits.find(({ key }) => key === fund.benefit);
  const name = paid?.name ?? fund.benefit;
  const benefits = [...(paid === undefined ? [] : [paid]), ...benefitsWithoutFund(program)];
  const set = (change: Partial<FundRule>, what: string) => edit(editFund(program, place, change), `${what} of the fund of ${name}`);
  return (
    <section aria-labelledby={heading} className="space-y-4">
      <h3 id={heading} className="text-base font-semibold wrap-anywhere">
        Fund of {name}
      </h3>
      <div className="grid items-start gap-4 @sm:grid-cols-2">
        <SelectInput
          label="Pays"
          value={fund.benefit}
          options={benefits.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(benefit) => set({ benefit }, "the benefit")}
        />
        <SelectInput
          label="Shared by score ×"
          value={fund.revenue}
          options={revenueMetrics(program).map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(revenue) => set({ revenue }, "the revenue")}
        />
      </div>
      <FundBoundsTable fund={fund} place={place} />
      <Button look="quiet" className="-ml-3" onClick={() => edit(removeFund(program, place), `removing the fund of ${name}`)}>
        Remove this fund
      </Button>
    </section>
  );
}
