import type { Grant } from "../define/benefit";
import { grantIn } from "../define/grant-in";
import type { Program } from "../define/program";

/** What a partner is granted of one benefit, which is named by its key. */
export type Entitlement = { readonly benefit: string; readonly grant: Grant };

/**
 * What each tier is entitled to, lowest tier first, in the order of the catalogue; null for a program without one. A cell that is
 * missing, which keeps a program from being published, grants nothing.
 */
export function entitlementsByTier({ tiers, entitlements }: Pick<Program, "tiers" | "entitlements">): readonly (readonly Entitlement[])[] | null {
  if (entitlements === undefined) return null;
  const { benefits, grants } = entitlements;
  return tiers.map(({ key: tier }) => benefits.map(({ key: benefit }) => ({ benefit, grant: grantIn(grants, tier, benefit) ?? null })));
}
