"use client";

import { formatMonth } from "@/components/format/date";
import { editProgramYear } from "@/lib/domain/define/edit-money";
import { EditorFrame } from "./editor-frame";
import { ExchangeRateTable } from "./exchange-rate-table";
import { SelectInput } from "./fields";
import { useStudio } from "./studio-context";

const MONTHS = Array.from({ length: 12 }, (_, i) => ({ value: String(i + 1), label: formatMonth(i + 1) }));

/** In which currency the program counts, by which rates, and when its years begin. */
export function MoneyEditor() {
  const { program, edit } = useStudio();
  const { currency, fiscalCalendar, programYearStartMonth } = program;
  return (
    <EditorFrame title="Money and time" kind="Data" path="exchangeRates">
      <div>
        <h3 className="text-sm font-medium">Currency</h3>
        <p className="text-sm">{currency}</p>
        <p className="mt-1 max-w-prose text-xs text-muted">
          It is your organization’s currency, in which sales are added up and benefits are paid, so a program cannot have another one.
        </p>
      </div>
      <div className="grid items-start gap-4 @sm:grid-cols-2">
        <SelectInput
          label="The fiscal year starts in"
          value={String(fiscalCalendar.startMonth)}
          options={MONTHS}
          onChange={(month) => edit({ ...program, fiscalCalendar: { ...fiscalCalendar, startMonth: Number(month) } }, "the start of the fiscal year")}
          hint="It is named by the year in which it ends."
        />
        <SelectInput
          label="The program year starts in"
          value={programYearStartMonth === undefined ? "" : String(programYearStartMonth)}
          options={[{ value: "", label: `${formatMonth(fiscalCalendar.startMonth)}, with the fiscal year` }, ...MONTHS]}
          onChange={(month) => edit(editProgramYear(program, month === "" ? null : Number(month)), "the start of the program year")}
          hint="For tiers that are kept for a year, and metrics that count it."
        />
      </div>
      <ExchangeRateTable />
    </EditorFrame>
  );
}
