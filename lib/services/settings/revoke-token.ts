import { type ApiToken, TokenRef } from "@/lib/contracts/token";
import { AppError } from "@/lib/errors";
import { command } from "../define-service";

/** Ends a token at once. Revoking it again changes nothing. */
export const revokeToken = command({
  permission: "token.manage",
  input: TokenRef,
  run: async ({ actor, db }, { id }): Promise<ApiToken> => {
    const ended = await db.tokens.revoke(id);
    const token = await db.tokens.find(id);
    if (token === null) throw new AppError("not_found", `There is no token ${id}.`);
    if (ended) await db.audit.append(actor, { action: "token.revoke", target: `token ${id}`, detail: { name: token.name, prefix: token.prefix } });
    return token;
  },
});
