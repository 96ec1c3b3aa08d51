import { CreateRegion, type Region } from "@/lib/contracts/region";
import { faultAt } from "@/lib/errors";
import { command } from "../define-service";
import { requireParent, requireRegion } from "./require-region";

/** Adds a region. Rows that wait for its code are loaded soon after. */
export const createRegion = command({
  permission: "region.manage",
  input: CreateRegion,
  run: async ({ actor, db }, region): Promise<Region> => {
    await db.regionTree.lock();
    await requireParent(db, region.parent);
    if ((await db.regionTree.find(region.code)) !== null) throw faultAt("conflict", "code", "there is a region with this code already");
    await db.regionTree.create(region);
    for (const kind of ["regions", "partners", "pos"] as const) await db.batches.replayWaiting(kind);
    await db.audit.append(actor, {
      action: "region.create",
      target: `region ${region.code}`,
      detail: { name: region.name, parent: region.parent, weight: region.weight },
    });
    return requireRegion(db, region.code);
  },
});
