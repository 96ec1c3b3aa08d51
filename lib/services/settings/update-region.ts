import { type Region, UpdateRegion } from "@/lib/contracts/region";
import { command } from "../define-service";
import { atParent, requireParent, requireRegion } from "./require-region";

/** Gives a region another name or place in the tree. Published runs keep the name and the place of their day. */
export const updateRegion = command({
  permission: "region.manage",
  input: UpdateRegion,
  run: async ({ actor, db }, { region: code, name, parent }): Promise<Region> => {
    await db.regionTree.lock();
    const before = await requireRegion(db, code);
    await requireParent(db, parent);
    if (parent !== null && (await db.regionTree.liesWithin(parent, code)))
      throw atParent("a region cannot lie in itself or in one of its own regions");
    const was = { name: before.name, parent: before.parent?.code ?? null };
    if (was.name === name && was.parent === parent) return before;
    await db.regionTree.update(code, { name, parent });
    await db.audit.append(actor, { action: "region.update", target: `region ${code}`, detail: { before: was, after: { name, parent } } });
    return requireRegion(db, code);
  },
});
