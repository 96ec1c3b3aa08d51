import { PERIODS } from "@/components/entitle/grant-words";
import type { Benefit, BenefitKind } from "@/lib/domain/define/benefit";
import type { Option } from "./fields";

export const BENEFIT_KINDS: readonly Option<BenefitKind>[] = [
  { value: "mdf", label: "Market development funds" },
  { value: "coOp", label: "Co-op funds" },
  { value: "rebate", label: "Rebate" },
  { value: "dealRegistration", label: "Deal registration" },
  { value: "leadRouting", label: "Leads" },
  { value: "conciergeSupport", label: "Support" },
  { value: "enablement", label: "Training" },
  { value: "coMarketing", label: "Co-marketing" },
  { value: "other", label: "Something else" },
];

export const BENEFIT_TYPES: readonly Option<Benefit["type"]>[] = [
  { value: "amount", label: "An amount of money" },
  { value: "rate", label: "A percentage of revenue" },
  { value: "time", label: "A time within which you act" },
  { value: "level", label: "One of several levels" },
  { value: "included", label: "Granted or not" },
];

/** The unit of a number that is granted: "USD", "%", "hours"; "" where it is no number. */
export function unitOfGrant(benefit: Benefit, currency: string): string {
  switch (benefit.type) {
    case "amount":
      return currency;
    case "rate":
      return "%";
    case "time":
      return benefit.unit;
    case "level":
    case "included":
      return "";
  }
}

/** What a benefit grants, beside its name: "USD a quarter", "% of revenue", "within hours"; "" where that needs no word. */
export function grantUnitWords(benefit: Benefit, currency: string): string {
  const unit = unitOfGrant(benefit, currency);
  switch (benefit.type) {
    case "amount":
      return `${unit} ${PERIODS[benefit.per]}`;
    case "rate":
      return `${unit} of revenue`;
    case "time":
      return `within ${unit}`;
    case "level":
    case "included":
      return "";
  }
}
