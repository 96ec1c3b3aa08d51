"use client";

import { useState } from "react";
import { ApiProblem } from "@/components/api/api-request";
import { formatMinor, readAmount } from "@/components/format/money";
import { counted } from "@/components/format/number";
import { ActionDialog } from "@/components/ui/action-dialog";
import { CONTROL, Field } from "@/components/ui/field";
import type { Fund, FundPage } from "@/lib/contracts/fund";
import { minorText } from "@/lib/domain/shared/money";
import { AmountField } from "./amount-field";
import { fundRequest } from "./fund-request";

type FundActionsProps = { readonly fund: Fund; readonly may: FundPage["may"] };

/** What this person can do next with a fund. */
export function FundActions({ fund, may }: FundActionsProps) {
  const path = `/api/v1/funds/${fund.number}`;
  if (fund.status === "draft" && may.allocate) {
    return (
      <>
        <ActionDialog
          label="Discard…"
          title="Discard this draft?"
          confirm="Discard"
          working="Discarding…"
          failure="The fund was not discarded"
          act={() => fundRequest(`${path}/discard`, {})}
        >
          <p>Its amounts stay on record, and the period can have another fund. Partners have not seen it.</p>
        </ActionDialog>
        <ChangeBudget fund={fund} />
        <ActionDialog
          label="Submit…"
          look="primary"
          title="Submit for approval?"
          confirm="Submit"
          working="Submitting…"
          failure="The fund was not submitted"
          act={() => fundRequest(`${path}/submit`, { revision: fund.revision })}
        >
          <p>
            {formatMinor(fund.allocated, fund.currency)} for {counted(fund.partners, "partner")}, {formatMinor(fund.unallocated, fund.currency)}{" "}
            unallocated, {fund.adjusted} adjusted. Nothing changes until another person approves it or returns it.
          </p>
        </ActionDialog>
      </>
    );
  }
  if (fund.status === "submitted" && may.approve !== "no") {
    return (
      <>
        <ActionDialog
          label="Return…"
          title="Return to draft?"
          confirm="Return"
          working="Returning…"
          failure="The fund was not returned"
          fields={["reason"]}
          act={(fields) => fundRequest(`${path}/return`, { reason: String(fields.get("reason") ?? "") })}
        >
          {(errors) => (
            <Field
              label="Reason"
              hint="What should be different. Kept in the history."
              error={errors.reason}
              control={(ids) => <input {...ids} name="reason" maxLength={500} autoComplete="off" className={CONTROL} />}
            />
          )}
        </ActionDialog>
        <ActionDialog
          label="Approve…"
          look="primary"
          title="Approve and lock?"
          confirm="Approve"
          working="Approving…"
          failure="The fund was not approved"
          disabled={may.approve === "own"}
          act={() => fundRequest(`${path}/approve`, { revision: fund.revision })}
        >
          <p>
            {formatMinor(fund.allocated, fund.currency)} for {counted(fund.partners, "partner")}, {formatMinor(fund.unallocated, fund.currency)}{" "}
            unallocated. Partners see their own part at once, and nothing in this fund changes any more.
          </p>
        </ActionDialog>
      </>
    );
  }
  return null;
}

function ChangeBudget({ fund }: { readonly fund: Fund }) {
  const [error, setError] = useState<string | undefined>(undefined);
  return (
    <ActionDialog
      label="Change budget…"
      title="Change the budget"
      confirm="Propose anew"
      working="Proposing…"
      failure="The budget was not changed"
      act={async (fields) => {
        const budget = readAmount(String(fields.get("budget")), fund.currency);
        setError(budget === null ? `Write an amount such as ${formatMinor(fund.budget, fund.currency)}.` : undefined);
        if (budget === null) throw new ApiProblem("invalid_input", "The budget cannot be read.");
        await fundRequest(`/api/v1/funds/${fund.number}/budget`, { budget, revision: fund.revision });
      }}
    >
      <p>All amounts are proposed anew, from the last published run. Those that were adjusted stay as they are.</p>
      <AmountField name="budget" label="Budget" currency={fund.currency} defaultValue={minorText(fund.budget, fund.currency)} error={error} />
    </ActionDialog>
  );
}
