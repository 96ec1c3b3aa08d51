import { RegionRef } from "@/lib/contracts/region";
import type { RegionUse } from "@/lib/db/region-tree";
import { AppError } from "@/lib/errors";
import { command } from "../define-service";
import { requireRegion } from "./require-region";

/** Removes a region that nothing refers to. */
export const removeRegion = command({
  permission: "region.manage",
  input: RegionRef,
  run: async ({ actor, db }, { region: code }): Promise<{ region: string }> => {
    await db.regionTree.lock();
    const { name } = await requireRegion(db, code);
    const uses = usesOf(await db.regionTree.use(code));
    if (uses.length > 0) throw new AppError("conflict", `${name} cannot be removed: ${uses.join(", ")}. Move them elsewhere first.`);
    if (await db.regionTree.isImportUnderWay())
      throw new AppError("conflict", "An import is under way that may name this region. Try again when it is loaded or discarded.");
    await db.regionTree.remove(code);
    await db.audit.append(actor, { action: "region.remove", target: `region ${code}`, detail: { name } });
    return { region: code };
  },
});

function usesOf({ regions, partners, sales }: RegionUse): string[] {
  return [
    ...(partners > 0 ? [`${partners} of the partners lie in it`] : []),
    ...(regions > 0 ? [`${regions} of the regions lie in it`] : []),
    ...(sales ? ["sales were made in it"] : []),
  ];
}
