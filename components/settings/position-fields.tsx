"use client";

import { useState } from "react";
import { apiRequest } from "@/components/api/api-request";
import type { FieldErrors } from "@/components/api/use-submission";
import { roleWords } from "@/components/shell/role-words";
import { CONTROL, Field } from "@/components/ui/field";
import type { Ref } from "@/lib/contracts/page";
import { type Me, Me as MeContract } from "@/lib/contracts/session";

type Role = Me["role"];

const MAY: Readonly<Record<Role, string>> = {
  admin: "Everything, users and tokens included.",
  channel_manager: "Imports, programs, runs and publishing; no users.",
  finance: "Reads everything, the audit trail included; changes no rules.",
  partner: "Sees its own partner's scorecard, and nothing of others.",
};

type PositionFieldsProps = { readonly initial: { readonly role: Role; readonly partner: string | null }; readonly errors: FieldErrors };

/** The role of a person, and the partner of a partner user. */
export function PositionFields({ initial, errors }: PositionFieldsProps) {
  const [role, setRole] = useState<Role>(initial.role);
  return (
    <>
      <Field
        label="Role"
        hint={MAY[role]}
        error={errors.role}
        control={(ids) => (
          <select
            {...ids}
            name="role"
            value={role}
            onChange={(event) => setRole(MeContract.shape.role.parse(event.target.value))}
            className={CONTROL}
          >
            {MeContract.shape.role.options.map((option) => (
              <option key={option} value={option}>
                {roleWords(option)}
              </option>
            ))}
          </select>
        )}
      />
      {role === "partner" && <PartnerField initial={initial.partner} error={errors.partner} />}
    </>
  );
}

/** What PositionFields ask for, as the API takes it. */
export function positionOf(form: FormData): { role: string; partner: string | null } {
  const partner = String(form.get("partner") ?? "").trim();
  return { role: String(form.get("role")), partner: partner === "" ? null : partner };
}

/** A partner's code; partners whose name or code holds what is typed are offered. */
function PartnerField({ initial, error }: { readonly initial: string | null; readonly error: string | undefined }) {
  const [offers, setOffers] = useState<readonly Ref[]>([]);

  async function look(typed: string) {
    if (typed.trim() === "") return;
    const answer = await apiRequest<{ items: Ref[] }>("GET", `/api/v1/partners?limit=10&search=${encodeURIComponent(typed.trim())}`).catch(
      () => null,
    );
    if (answer !== null) setOffers(answer.items); // without an answer the code can still be typed
  }

  return (
    <Field
      label="Partner"
      hint="Type part of its name or code and choose; the code is what counts."
      error={error}
      control={(ids) => (
        <>
          <input
            {...ids}
            name="partner"
            required
            defaultValue={initial ?? ""}
            list={`${ids.id}-offers`}
            autoComplete="off"
            onChange={(event) => look(event.target.value)}
            className={CONTROL}
          />
          <datalist id={`${ids.id}-offers`}>
            {offers.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </datalist>
        </>
      )}
    />
  );
}
