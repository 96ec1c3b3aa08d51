import type { Entitlements, Grant } from "./benefit";

/** A cell of the matrix; undefined where it is missing, which keeps a program from being published. */
export function grantIn(grants: Entitlements["grants"], tier: string, benefit: string): Grant | undefined {
  const row = Object.hasOwn(grants, tier) ? grants[tier] : undefined;
  return row !== undefined && Object.hasOwn(row, benefit) ? row[benefit] : undefined;
}
