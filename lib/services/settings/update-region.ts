import { type Region, UpdateRegion } from "@/lib/contracts/region";
import { command } from "../define-service";
import { atParent, requireParent, requireRegion } from "./require-region";

/** Gives a region another name, place in the tree or weight. Published runs keep the name and the place of their day. */
export const updateRegion = command({
  permission: "region.manage",
  input: UpdateRegion,
  run: async ({ actor, db }, { region: code, name, parent, weight }): Promise<Region> => {
    await db.regionTree.lock();
    const before = await requireRegion(db, code);
    await requireParent(db, parent);
    if (parent !== null && (await db.regionTree.liesWithin(parent, code)))
      throw atParent("a region cannot lie in itself or in one of its own regions");
    const was = { name: before.name, parent: before.parent?.code ?? null, weight: before.weight };
    const after = { name, parent, weight: weight === undefined ? was.weight : weight };
    if (was.name === name && was.parent === parent && was.weight === after.weight) return before;
    await db.regionTree.update(code, after);
    await db.audit.append(actor, { action: "region.update", target: `region ${code}`, detail: { before: was, after } });
    return requireRegion(db, code);
  },
});
