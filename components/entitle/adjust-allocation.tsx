"use client";

import { useState } from "react";
import { ApiProblem } from "@/components/api/api-request";
import { formatMinor, readAmount } from "@/components/format/money";
import { ActionDialog } from "@/components/ui/action-dialog";
import { DefinitionList } from "@/components/ui/definition-list";
import { CONTROL, Field } from "@/components/ui/field";
import type { Allocation, Fund } from "@/lib/contracts/fund";
import { minorText } from "@/lib/domain/shared/money";
import { AmountField } from "./amount-field";
import { fundRequest } from "./fund-request";

type AdjustAllocationProps = {
  readonly fund: Pick<Fund, "number" | "currency" | "unallocated">;
  readonly row: Pick<Allocation, "partner" | "proposed" | "amount" | "reason" | "revision">;
};

/** Another amount for one partner, with the reason. */
export function AdjustAllocation({ fund, row }: AdjustAllocationProps) {
  const { currency } = fund;
  const [error, setError] = useState<string | undefined>(undefined);

  async function adjust(fields: FormData): Promise<void> {
    const amount = readAmount(String(fields.get("amount")), currency);
    setError(amount === null ? `Write an amount such as ${formatMinor(row.proposed, currency)}.` : undefined);
    if (amount === null) throw new ApiProblem("invalid_input", "The amount cannot be read.");
    await fundRequest(`/api/v1/funds/${fund.number}/allocations/${encodeURIComponent(row.partner.code)}`, {
      ...{ amount, revision: row.revision },
      reason: String(fields.get("reason") ?? ""),
    });
  }

  return (
    <ActionDialog
      label="Adjust…"
      look="quiet"
      spokenLabel={`Adjust the allocation of ${row.partner.name}`}
      title={`Adjust ${row.partner.name}`}
      confirm="Adjust"
      working="Adjusting…"
      failure="The amount was not changed"
      fields={["reason"]}
      act={adjust}
    >
      {(errors) => (
        <>
          <DefinitionList
            items={[
              { term: "Proposed by the rule", value: <span className="tabular-nums">{formatMinor(row.proposed, currency)}</span> },
              { term: "Allocated now", value: <span className="tabular-nums">{formatMinor(row.amount, currency)}</span> },
              { term: "Unallocated in the fund", value: <span className="tabular-nums">{formatMinor(fund.unallocated, currency)}</span> },
            ]}
          />
          <AmountField name="amount" label="Amount" currency={currency} defaultValue={minorText(row.amount, currency)} error={error} />
          <Field
            label="Reason"
            error={errors.reason}
            hint="Kept with the amount, in the history and in the audit trail. Not needed for going back to the proposed amount."
            control={(ids) => <input {...ids} name="reason" maxLength={500} autoComplete="off" defaultValue={row.reason ?? ""} className={CONTROL} />}
          />
        </>
      )}
    </ActionDialog>
  );
}
