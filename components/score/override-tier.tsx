"use client";

import { apiRequest } from "@/components/api/api-request";
import { formatDate } from "@/components/format/date";
import { ActionDialog } from "@/components/ui/action-dialog";
import { CONTROL, Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { CreatedOverride, Override, OverrideChoices } from "@/lib/contracts/override";
import type { Ref } from "@/lib/contracts/page";

type OverrideTierProps = {
  readonly partner: Ref;
  readonly choices: OverrideChoices;
  /** The partner's override that has not ended, whose place the new one takes. */
  readonly open: Override | null;
};

/** Sets a partner's tier by hand, with a reason, the first day without it, and who answers for it. */
export function OverrideTier({ partner, choices, open }: OverrideTierProps) {
  const { program, tiers, expires, owners } = choices;

  function create(fields: FormData): Promise<CreatedOverride> {
    const text = (name: string) => String(fields.get(name) ?? "");
    const owner = text("owner");
    return apiRequest<CreatedOverride>("POST", "/api/v1/overrides", {
      ...{ program, partner: partner.code, tier: text("tier"), expires: text("expires"), reason: text("reason") },
      replaces: open?.number ?? null,
      ...(owner !== "" && { owner }),
    });
  }

  return (
    <ActionDialog
      label="Override the tier…"
      title={`Set the tier of ${partner.name} by hand`}
      confirm="Override"
      working="Overriding…"
      failure="The tier was not set"
      fields={["tier", "expires", "reason", "owner"]}
      act={create}
    >
      {(errors) => (
        <>
          <p>From the next run on it has this tier whatever its figures, until the day you name. What is published stays.</p>
          {open !== null && open.state === "in_force" && (
            <Notice>
              Override {open.number} ({open.tier.name} until {formatDate(open.expires)}) ends: a partner has one at a time.
            </Notice>
          )}
          <div className="grid gap-4 sm:grid-cols-2">
            <Field
              label="Tier"
              error={errors.tier}
              control={(ids) => (
                <select {...ids} name="tier" required defaultValue="" className={CONTROL}>
                  <option value="" disabled>
                    Choose a tier
                  </option>
                  {tiers.map(({ key, name }) => (
                    <option key={key} value={key}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            />
            <Field
              label="Until"
              hint="The first day without it."
              error={errors.expires}
              control={(ids) => <input {...ids} type="date" name="expires" required min={expires.first} max={expires.last} className={CONTROL} />}
            />
          </div>
          <Field
            label="Reason"
            hint="The partner sees it on its scorecard."
            error={errors.reason}
            control={(ids) => <input {...ids} name="reason" maxLength={500} autoComplete="off" className={CONTROL} />}
          />
          <Field
            label="Who answers for it"
            hint="The partner does not see who."
            error={errors.owner}
            control={(ids) => (
              <select {...ids} name="owner" className={CONTROL}>
                <option value="">I do</option>
                {owners.map(({ email, name }) => (
                  <option key={email} value={email}>
                    {name} ({email})
                  </option>
                ))}
              </select>
            )}
          />
        </>
      )}
    </ActionDialog>
  );
}
