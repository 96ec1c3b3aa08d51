"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState } from "react";
import { problemWords } from "@/components/api/problem-words";
import { formatMinor, readAmount } from "@/components/format/money";
import { counted } from "@/components/format/number";
import { fundPath } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { CONTROL, Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Fund, FundStart } from "@/lib/contracts/fund";
import { AmountField } from "./amount-field";
import { fundRequest } from "./fund-request";

/** Periods come with their words: the browser's own would be spaced otherwise than the server's. */
export type BenefitToFund = Omit<FundStart, "periods"> & { readonly periods: readonly { readonly from: string; readonly label: string }[] };
type ProposeFundFormProps = { readonly benefits: readonly BenefitToFund[]; readonly currency: string };

export function ProposeFundForm({ benefits, currency }: ProposeFundFormProps) {
  const router = useRouter();
  const [code, setCode] = useState(benefits[0]?.benefit.code ?? "");
  const [pending, setPending] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  const chosen = benefits.find(({ benefit }) => benefit.code === code) ?? benefits[0];
  if (chosen === undefined) return null;

  async function propose(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const budget = readAmount(String(form.get("budget")), currency);
    setUnreadable(budget === null);
    setProblem(null);
    if (budget === null) return;
    setPending(true);
    try {
      const fund = await fundRequest<Fund>("/api/v1/funds", { benefit: code, periodFrom: form.get("period"), budget });
      router.push(fundPath(fund.number));
      router.refresh();
    } catch (error) {
      setProblem(problemWords(error));
      setPending(false);
    }
  }

  return (
    <form onSubmit={propose} className="flex flex-wrap items-start gap-4" aria-busy={pending}>
      {benefits.length > 1 && (
        <div className="w-56">
          <Field
            label="Benefit"
            control={(ids) => (
              <select {...ids} value={code} onChange={(event) => setCode(event.target.value)} className={CONTROL}>
                {benefits.map(({ benefit }) => (
                  <option key={benefit.code} value={benefit.code}>
                    {benefit.name}
                  </option>
                ))}
              </select>
            )}
          />
        </div>
      )}
      <div className="w-72">
        <Field
          label="Period"
          control={(ids) => (
            <select {...ids} name="period" className={CONTROL}>
              {chosen.periods.map((period) => (
                <option key={period.from} value={period.from}>
                  {period.label}
                </option>
              ))}
            </select>
          )}
        />
      </div>
      <div className="w-72">
        <AmountField
          name="budget"
          label="Budget"
          currency={currency}
          error={unreadable ? `Write an amount such as ${formatMinor(chosen.promised, currency)}.` : undefined}
          hint={`At least what is granted to ${counted(chosen.partners, "partner")}: ${formatMinor(chosen.promised, currency)}.`}
        />
      </div>
      <Button type="submit" look="primary" className="sm:mt-6" disabled={pending}>
        {pending ? "Proposing…" : "Propose allocations"}
      </Button>
      {problem !== null && (
        <div className="w-full max-w-xl">
          <Notice tone="bad" title="Nothing was proposed">
            {problem}
          </Notice>
        </div>
      )}
    </form>
  );
}
