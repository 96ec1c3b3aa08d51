import { type OverrideChoices, OverrideChoicesQuery } from "@/lib/contracts/override";
import { query } from "@/lib/services/define-service";
import { overrideRule } from "./override-rule";

/** What the form of a new override offers. */
export const getOverrideChoices = query({
  permission: "override.write",
  input: OverrideChoicesQuery,
  async run({ actor, db }, { program }): Promise<OverrideChoices> {
    const { tiers, expires } = await overrideRule(db, program);
    const self = actor.userId === null ? null : await db.users.findAccount(actor.userId);
    const staff = await db.users.listStaff();
    return {
      program,
      tiers: tiers.toReversed().map(({ key, name }) => ({ key, name })),
      expires,
      owners: staff.filter(({ email }) => email !== self?.email),
    };
  },
});
