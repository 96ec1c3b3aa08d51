import { exactDecimal } from "../shared/exact-decimal";
import { minorDigits } from "../shared/money";
import type { Benefit, Entitlements, Grant } from "./benefit";
import { grantIn } from "./grant-in";
import type { Program } from "./program";
import { error, type ProgramIssue, warning } from "./program-issue";

/** Whether the matrix states every tier × benefit, each in the benefit's own unit and within its limits. */
export function checkEntitlements(program: Program): ProgramIssue[] {
  const { entitlements } = program;
  if (entitlements === undefined) return [];
  return [
    ...checkCatalogue(entitlements),
    ...checkNames(entitlements, program),
    ...checkGrants(entitlements, program),
    ...checkOrder(entitlements, program),
  ];
}

function checkCatalogue({ benefits }: Entitlements): ProgramIssue[] {
  return benefits.flatMap((benefit, i) => {
    const path = `entitlements.${benefit.key}`;
    const issues: ProgramIssue[] = [];
    if (benefits.findIndex(({ key }) => key === benefit.key) !== i)
      issues.push(error(path, { code: "duplicate_key", what: "benefit", key: benefit.key }));
    if (benefit.type === "level") {
      const twice = benefit.levels.find(({ key }, place) => benefit.levels.findIndex((level) => level.key === key) !== place);
      if (twice !== undefined) issues.push(error(path, { code: "duplicate_key", what: "level", key: twice.key }));
    } else if (benefit.type !== "included" && benefit.limits !== undefined && benefit.limits.least > benefit.limits.most) {
      issues.push(error(path, { code: "limits_reversed", ...benefit.limits }));
    }
    return issues;
  });
}

function checkNames({ benefits, grants }: Entitlements, { tiers }: Program): ProgramIssue[] {
  return Object.entries(grants).flatMap(([tier, row]) => {
    if (!tiers.some(({ key }) => key === tier)) return [error(`entitlements.${tier}`, { code: "unknown_tier", tier })];
    return Object.keys(row)
      .filter((benefit) => !benefits.some(({ key }) => key === benefit))
      .map((benefit) => error(`entitlements.${tier}.${benefit}`, { code: "unknown_benefit", benefit }));
  });
}

function checkGrants({ benefits, grants }: Entitlements, { tiers, currency }: Program): ProgramIssue[] {
  return tiers.flatMap((tier) =>
    benefits.flatMap((benefit) => {
      const path = `entitlements.${tier.key}.${benefit.key}`;
      const grant = grantIn(grants, tier.key, benefit.key);
      if (grant === undefined) return [error(path, { code: "grant_missing", tier: tier.key, benefit: benefit.key })];
      return grant === null ? [] : checkGrant(path, benefit, grant, currency);
    }),
  );
}

function checkGrant(path: string, benefit: Benefit, grant: NonNullable<Grant>, currency: string): ProgramIssue[] {
  switch (benefit.type) {
    case "included":
      return grant === true ? [] : [error(path, { code: "grant_of_other_type", expected: "included" })];
    case "level":
      if (typeof grant !== "string") return [error(path, { code: "grant_of_other_type", expected: "level" })];
      return benefit.levels.some(({ key }) => key === grant) ? [] : [error(path, { code: "unknown_level", level: grant })];
    default: {
      if (typeof grant !== "number") return [error(path, { code: "grant_of_other_type", expected: benefit.type })];
      const decimals = benefit.type === "amount" ? minorDigits(currency) : 0;
      if (exactDecimal(grant).decimals > decimals) return [error(path, { code: "grant_too_fine", grant, decimals })];
      const { limits } = benefit;
      return limits !== undefined && limits.least <= limits.most && (grant < limits.least || grant > limits.most)
        ? [error(path, { code: "grant_outside_limits", grant, ...limits })]
        : [];
    }
  }
}

/** A tier that grants less than the one below is no error: some benefits are meant for growing partners. Its author should mean it. */
function checkOrder({ benefits, grants }: Entitlements, { tiers }: Program): ProgramIssue[] {
  return benefits.flatMap((benefit) =>
    tiers.flatMap((tier, place) => {
      const below = tiers[place - 1];
      if (below === undefined) return [];
      const worth = worthOf(benefit, grantIn(grants, tier.key, benefit.key));
      const worthBelow = worthOf(benefit, grantIn(grants, below.key, benefit.key));
      return worth !== null && worthBelow !== null && worth < worthBelow
        ? [warning(`entitlements.${tier.key}.${benefit.key}`, { code: "grant_below_lower_tier", benefit: benefit.key, lower: below.key })]
        : [];
    }),
  );
}

/** Comparable within one benefit, more being better; null for a grant that is not the benefit's. */
function worthOf(benefit: Benefit, grant: Grant | undefined): number | null {
  if (grant === undefined) return null;
  if (grant === null) return Number.NEGATIVE_INFINITY;
  switch (benefit.type) {
    case "included":
      return grant === true ? 1 : null;
    case "level":
      return typeof grant === "string" ? benefit.levels.findIndex(({ key }) => key === grant) : null;
    case "time":
      return typeof grant === "number" ? -grant : null;
    default:
      return typeof grant === "number" ? grant : null;
  }
}
