import type { Region } from "@/lib/contracts/region";
import type { ScopedDb } from "@/lib/db/scoped";
import { AppError, faultAt } from "@/lib/errors";

/** @throws AppError not_found */
export async function requireRegion(db: ScopedDb, code: string): Promise<Region> {
  const region = await db.regionTree.find(code);
  if (region === null) throw new AppError("not_found", `There is no region with the code "${code}".`);
  return region;
}

/** The region that another is to lie in; null at the top. @throws AppError unprocessable when there is none */
export async function requireParent(db: ScopedDb, code: string | null): Promise<void> {
  if (code === null || (await db.regionTree.find(code)) !== null) return;
  throw atParent(`there is no region with the code "${code}"`);
}

export function atParent(message: string): AppError {
  return faultAt("unprocessable", "parent", message);
}
