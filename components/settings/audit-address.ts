import type { Route } from "next";
import { type AddressFault, addressFaults } from "@/components/shell/address-faults";
import { withSearch } from "@/components/shell/routes";
import { type SearchParams, searchValue } from "@/components/shell/search-params";
import { AuditFilter } from "@/lib/contracts/audit";

export type AuditAddress = AuditFilter & { readonly verify: boolean; readonly cursor: string | undefined };

const PARTS = AuditFilter.keyof().options;

/** The filter in the address. Values that nobody could have chosen are dropped: an address is typed by people. */
export function readAuditAddress(params: SearchParams): AuditAddress {
  const filter: AuditFilter = {};
  for (const part of PARTS) {
    const parsed = AuditFilter.safeParse({ [part]: searchValue(params, part) });
    if (parsed.success) Object.assign(filter, parsed.data);
  }
  return { ...filter, verify: searchValue(params, "verify") === "true", cursor: searchValue(params, "cursor") };
}

/** What of the address filters nothing. */
export function auditFaults(params: SearchParams, filter: AuditFilter): AddressFault[] {
  return addressFaults(params, Object.fromEntries(PARTS.map((part) => [part, filter[part]])));
}

export function auditAddress(filter: AuditFilter, change: { readonly cursor?: string; readonly verify?: true } = {}): Route {
  const search = new URLSearchParams();
  for (const part of PARTS) {
    const value = filter[part];
    if (value !== undefined) search.set(part, value);
  }
  for (const [name, value] of Object.entries(change)) search.set(name, String(value));
  return withSearch("/settings/audit", search);
}
