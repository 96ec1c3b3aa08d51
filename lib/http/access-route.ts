import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { clientAddress } from "@/lib/auth/client-address";
import { actorFromRequest } from "@/lib/auth/request-actor";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { sessionCookieHeader } from "@/lib/auth/session-cookie";
import type { SignedIn } from "@/lib/auth/sign-in";
import { parseInput } from "@/lib/contracts/parse-input";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { problemResponse, toProblem } from "./problem";
import { fromJson } from "./read-input";

type Caller = {
  /** Null when it is not known. */
  readonly address: string | null;
  /** Who is signed in. @throws AppError unauthenticated when nobody is */
  readonly actor: () => Promise<Actor>;
};

/**
 * A door of the application: it signs in whoever proves who they are. It takes forms of our own pages only, since another site must not
 * choose as whom somebody is signed in.
 */
export function accessRoute<Input extends z.ZodType>(
  contract: Input,
  work: (input: z.output<Input>, caller: Caller) => Promise<SignedIn>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const requestId = randomUUID();
    try {
      if (!isSameOrigin(request)) throw new AppError("forbidden", "This request came from another site. Use the application's own pages.");
      const { input } = await fromJson.read(request, {});
      const parsed = parseInput(contract, input, "The input");
      const address = clientAddress(request.headers.get("x-forwarded-for"), env().TRUSTED_PROXIES);
      const signedIn = await work(parsed, { address, actor: () => actorFromRequest(request) });
      const headers = { "Set-Cookie": await sessionCookieHeader(signedIn), "Cache-Control": "no-store", "X-Request-Id": requestId };
      return Response.json({}, { headers });
    } catch (error) {
      return problemResponse(toProblem(error, requestId));
    }
  };
}
