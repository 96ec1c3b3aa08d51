import type { Actor } from "@/lib/access/actor";
import { type CreatedOverride, CreateOverride } from "@/lib/contracts/override";
import type { ScopedDb } from "@/lib/db/scoped";
import { AppError, faultAt } from "@/lib/errors";
import { command } from "@/lib/services/define-service";
import { overrideContext, overrideDto } from "./override-dto";
import { type OverrideRule, overrideRule } from "./override-rule";
import { requireOverride } from "./require-override";

/**
 * Sets a partner's tier by hand from the next evaluation on, until a day. A partner has one override at a time in a program: the one
 * before ends, and the answer says so.
 * @throws AppError conflict when `replaces` says another one than there is
 */
export const createOverride = command({
  permission: "override.write",
  input: CreateOverride,
  async run({ actor, db }, input): Promise<CreatedOverride> {
    const { program, partner, tier, reason, expires } = input;
    const rule = await overrideRule(db, program);
    refuseOutside(rule, input);
    const partnerId = await db.partners.idOf(partner);
    if (partnerId === null) throw new AppError("not_found", `There is no partner with the code "${partner}".`);
    const owner = await ownerOf(actor, db, input.owner);

    const { number, replaced } = await db.overrides.create({ programId: rule.programId, partnerId, tier, reason, owner, expires }, actor.name);
    if (input.replaces !== undefined && input.replaces !== replaced) throw await changedSince(db, replaced);
    if (replaced !== null)
      await db.audit.append(actor, { action: "override.end", target: `override ${replaced}, partner ${partner}`, detail: { replacedBy: number } });
    await db.audit.append(actor, {
      action: "override.create",
      target: `override ${number}, partner ${partner}`,
      detail: { program, tier, reason, owner, expires, replaced },
    });
    return { ...overrideDto(await requireOverride(db, number), await overrideContext(db, program)), replaced };
  },
});

function refuseOutside({ version, tiers, expires: { first, last } }: OverrideRule, { tier, expires }: CreateOverride): void {
  if (!tiers.some(({ key }) => key === tier))
    throw faultAt(
      "unprocessable",
      "tier",
      `version ${version} of the program has no tier "${tier}"; it has ${tiers.map(({ key }) => key).join(", ")}`,
    );
  if (expires < first || expires > last)
    throw faultAt(
      "unprocessable",
      "expires",
      `choose a day from ${first}, which is tomorrow, to ${last}; an override that is still right then can be made again`,
    );
}

/** By name. Whoever makes it answers for it unless it names somebody else; a partner's own user never does. */
async function ownerOf(actor: Actor, db: ScopedDb, email: string | undefined): Promise<string> {
  if (email !== undefined) {
    const user = await db.users.findActive(email);
    if (user !== null && user.role !== "partner") return user.name;
    throw faultAt("unprocessable", "owner", `no one of your staff can sign in as "${email}"`);
  }
  if (actor.kind === "user") return actor.name;
  const person = actor.userId === null ? null : await db.users.findAccount(actor.userId);
  if (person === null) throw faultAt("invalid_input", "owner", "name the user (by e-mail address) who answers for it");
  return person.name;
}

/** Nothing is stored then: somebody else's override must not end unseen. */
async function changedSince(db: ScopedDb, replaced: number | null): Promise<AppError> {
  const details = { reason: "changed" };
  if (replaced === null)
    return new AppError("conflict", "The partner's override has ended since you looked. Close this, look again, and decide then.", details);
  const { createdBy, expires } = await requireOverride(db, replaced);
  return new AppError(
    "conflict",
    `${createdBy} has set the partner's tier by hand since you looked: override ${replaced}, until ${expires}. Close this, look at it, and decide then.`,
    details,
  );
}
