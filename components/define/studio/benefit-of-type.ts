import type { Benefit } from "@/lib/domain/define/benefit";
import { freeKey } from "@/lib/domain/define/edit-score";

/** A benefit of another type, called and described as before. */
export function benefitOfType(type: Benefit["type"], { key, name, kind, outcome, owner }: Benefit): Benefit {
  const described = { key, name, kind, outcome, owner };
  switch (type) {
    case "amount":
      return { ...described, type, per: "quarter" };
    case "time":
      return { ...described, type, unit: "hours" };
    case "level":
      return {
        ...described,
        type,
        levels: [
          { key: "standard", name: "Standard" },
          { key: "preferred", name: "Preferred" },
        ],
      };
    case "rate":
    case "included":
      return { ...described, type };
  }
}

export function newBenefit(benefits: readonly Benefit[]): Benefit {
  const key = freeKey(
    "benefit",
    benefits.map((benefit) => benefit.key),
  );
  return { key, name: "New benefit", kind: "other", type: "included", outcome: "Not said yet", owner: "Nobody yet" };
}
