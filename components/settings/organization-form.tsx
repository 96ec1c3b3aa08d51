"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { apiRequest } from "@/components/api/api-request";
import { useSubmission } from "@/components/api/use-submission";
import { formatMonth, formatWeekday } from "@/components/format/date";
import { Button } from "@/components/ui/button";
import { CONTROL, Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { OrganizationSettings } from "@/lib/contracts/organization";

type OrganizationFormProps = {
  readonly organization: OrganizationSettings;
  readonly timeZones: readonly string[];
  readonly currencies: readonly string[];
};

const MONTHS = Array.from({ length: 12 }, (_, place) => place + 1);
const WEEKDAYS = Array.from({ length: 7 }, (_, place) => place + 1);

export function OrganizationForm({ organization, timeZones, currencies }: OrganizationFormProps) {
  const router = useRouter();
  const { pending, errors, problem, submit } = useSubmission(["name", "currency", "timeZone", "fiscalStartMonth", "weekStart"]);
  const [saved, setSaved] = useState(false);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = {
      name: form.get("name"),
      currency: organization.currencyInUse ? organization.currency : form.get("currency"),
      timeZone: form.get("timeZone"),
      fiscalStartMonth: Number(form.get("fiscalStartMonth")),
      weekStart: Number(form.get("weekStart")),
    };
    setSaved(false);
    const done = await submit(() => apiRequest("POST", "/api/v1/organization", body));
    setSaved(done);
    if (done) router.refresh();
  }

  return (
    <form onSubmit={save} onChange={() => setSaved(false)} aria-busy={pending} className="max-w-md space-y-4">
      <Field
        label="Name"
        hint="Everybody sees it, partners included."
        error={errors.name}
        control={(ids) => (
          <input {...ids} name="name" required maxLength={120} defaultValue={organization.name} autoComplete="organization" className={CONTROL} />
        )}
      />
      <Field
        label="Currency"
        hint={currencyHint(organization)}
        error={errors.currency}
        control={(ids) => (
          <select {...ids} name="currency" defaultValue={organization.currency} disabled={organization.currencyInUse} className={CONTROL}>
            {currencies.map((currency) => (
              <option key={currency}>{currency}</option>
            ))}
          </select>
        )}
      />
      <Field
        label="Time zone"
        hint="Its midnight ends a business day: today's program, and the days by which the audit trail is filtered."
        error={errors.timeZone}
        control={(ids) => (
          <>
            <input
              {...ids}
              name="timeZone"
              required
              list={`${ids.id}-zones`}
              defaultValue={organization.timeZone}
              autoComplete="off"
              className={CONTROL}
            />
            <datalist id={`${ids.id}-zones`}>
              {timeZones.map((zone) => (
                <option key={zone} value={zone} />
              ))}
            </datalist>
          </>
        )}
      />
      <Field
        label="Fiscal year starts in"
        hint="For the default program and for the ranges of the audit trail. A program that exists keeps its own."
        error={errors.fiscalStartMonth}
        control={(ids) => (
          <select {...ids} name="fiscalStartMonth" defaultValue={organization.fiscalStartMonth} className={CONTROL}>
            {MONTHS.map((month) => (
              <option key={month} value={month}>
                {formatMonth(month)}
              </option>
            ))}
          </select>
        )}
      />
      <Field
        label="Week starts on"
        hint="For “this week” in the audit trail. No score is counted by weeks."
        error={errors.weekStart}
        control={(ids) => (
          <select {...ids} name="weekStart" defaultValue={organization.weekStart} className={CONTROL}>
            {WEEKDAYS.map((day) => (
              <option key={day} value={day}>
                {formatWeekday(day)}
              </option>
            ))}
          </select>
        )}
      />
      {problem !== null && (
        <Notice tone="bad" title="Nothing was changed">
          {problem}
        </Notice>
      )}
      {saved && <Notice tone="good">Saved.</Notice>}
      <Button type="submit" look="primary" disabled={pending}>
        {pending ? "Saving…" : "Save"}
      </Button>
    </form>
  );
}

function currencyHint({ isDemo, currencyInUse }: OrganizationSettings): string {
  if (isDemo) return "The sample data counts in it. Your organization's own comes back when that is removed.";
  if (currencyInUse) return "It stays: a program is published or a run was evaluated, and results are written down in it.";
  return "Results are shown in it, and new programs count in it. It can be changed until the first program is published or run evaluated.";
}
