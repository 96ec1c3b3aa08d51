import type { Actor } from "@/lib/access/actor";
import { PERMISSIONS, type Permission, type Role } from "@/lib/access/permissions";
import { newApiToken } from "@/lib/auth/api-token";
import { now } from "@/lib/clock";
import { type CreatedToken, CreateToken } from "@/lib/contracts/token";
import type { ScopedDb } from "@/lib/db/scoped";
import { AppError } from "@/lib/errors";
import { command } from "../define-service";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Makes an API token that acts with its owner's role, narrowed to `scopes`. The answer holds the token, this once. */
export const createToken = command({
  permission: "token.manage",
  input: CreateToken,
  run: async ({ actor, db }, { name, scopes, expiresInDays, owner }): Promise<CreatedToken> => {
    const holder = await ownerOf(actor, db, owner);
    const wanted = [...new Set(scopes)];
    refuseWiderScopes(actor, holder.role, wanted);
    const { token, prefix, tokenHash } = newApiToken();
    const expiresAt = expiresInDays === null ? null : new Date(now().getTime() + expiresInDays * DAY_MS);
    const created = await db.tokens.create({ name, prefix, tokenHash, scopes: wanted, userId: holder.id, expiresAt });
    await db.audit.append(actor, {
      action: "token.create",
      target: `token ${created.id}`,
      detail: { name, prefix, owner: created.owner, scopes: wanted, expiresAt: created.expiresAt },
    });
    return { ...created, token };
  },
});

async function ownerOf(actor: Actor, db: ScopedDb, email: string | undefined): Promise<{ id: number; role: Role }> {
  if (email !== undefined) {
    const user = await db.users.findActive(email);
    if (user === null) throw new AppError("unprocessable", `owner: there is no account "${email}" that can sign in.`);
    return user;
  }
  if (actor.userId === null) throw new AppError("invalid_input", "owner: name the user (by e-mail address) with whose role the token acts.");
  return { id: actor.userId, role: actor.role };
}

/** A token never opens more than whoever makes it holds (a token can make tokens), nor promises what its owner's role lacks. */
function refuseWiderScopes(actor: Actor, role: Role, scopes: readonly Permission[]): void {
  const wider = scopes.filter((scope) => actor.reach(scope) === "none");
  if (wider.length > 0)
    throw new AppError("forbidden", `scopes: you do not hold ${wider.join(", ")} yourself, so your token cannot.`, { scopes: wider });
  const useless = scopes.filter((scope) => PERMISSIONS[scope][role] === "none");
  if (useless.length > 0)
    throw new AppError(
      "unprocessable",
      `scopes: the owner's role (${role}) does not hold ${useless.join(", ")}. Leave them out or choose another owner.`,
      { scopes: useless },
    );
}
