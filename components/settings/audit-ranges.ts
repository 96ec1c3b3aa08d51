import type { AuditFilter } from "@/lib/contracts/audit";
import type { Organization } from "@/lib/contracts/session";
import { startOfFiscalYear } from "@/lib/domain/define/fiscal-calendar";
import { startOfMonth, startOfWeek } from "@/lib/domain/shared/calendar-day";
import type { IsoDate } from "@/lib/domain/shared/iso-date";

type AuditRange = { readonly label: string; readonly from: NonNullable<AuditFilter["from"]> };

/** Ranges up to today that people ask for, as the organization counts weeks and years. */
export function auditRanges(today: IsoDate, { weekStart, fiscalStartMonth }: Pick<Organization, "weekStart" | "fiscalStartMonth">): AuditRange[] {
  return [
    { label: "Today", from: today },
    { label: "This week", from: startOfWeek(today, weekStart) },
    { label: "This month", from: startOfMonth(today) },
    { label: "This fiscal year", from: startOfFiscalYear(today, { kind: "months", startMonth: fiscalStartMonth }) },
  ];
}
