import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { actorFromRequest } from "@/lib/auth/request-actor";
import type { Service } from "@/lib/services/define-service";
import { once } from "./idempotency";
import { problemResponse, toProblem } from "./problem";
import type { InputReader, PathParams } from "./read-input";
import { type AnswerWriter, fileResponse, jsonResponse } from "./send-answer";

type RouteDefinition<Input extends z.ZodType, Result> = {
  /** One line of the API's description, and the group it stands in. */
  readonly summary: string;
  readonly tag: string;
  readonly service: Service<Input, Result>;
  readonly read: InputReader;
  readonly send: AnswerWriter<Result>;
  /** The answer holds a secret, and is never kept to be repeated. */
  readonly isSecret?: boolean;
};

/** What the API's description says of a route. */
export type Operation = Pick<RouteDefinition<z.ZodType, never>, "summary" | "tag" | "read"> & {
  readonly permission: string;
  readonly input: z.ZodType;
  readonly status: number;
  /** The answer's contract, or what a file is. */
  readonly output: z.ZodType | { readonly mediaType: string };
};

/** Next gives a path without varying parts no params at all. */
type Context = { readonly params: Promise<PathParams | undefined> };

export type RouteHandler = ((request: Request, context: Context) => Promise<Response>) & { readonly operation: Operation };

/**
 * A route of the API over one service: who asks, may they, what do they ask, do it, answer. The service checks its input and
 * the permission; nothing is decided here.
 */
export function route<Input extends z.ZodType, Result>({
  service,
  read,
  send,
  isSecret = false,
  summary,
  tag,
}: RouteDefinition<Input, Result>): RouteHandler {
  const { permission, input: contract } = service.service;
  const handle = async (request: Request, context: Context): Promise<Response> => {
    const requestId = randomUUID();
    try {
      const actor = await actorFromRequest(request);
      const scope = actor.authorize(permission); // before a body is read, or an earlier answer told again
      const { input, body } = await read.read(request, (await context.params) ?? {});
      const result = () => service(actor, input as z.input<Input>); // whatever it is, the service parses it
      if (send.kind === "file") return fileResponse(send.toFile(await result()), send.mediaType, requestId);
      const work = async () => ({ status: send.status, json: send.toJson(await result()) });
      return jsonResponse(await once({ actor, scope, request, body, isSecret, work }), requestId);
    } catch (error) {
      return problemResponse(toProblem(error, requestId));
    }
  };
  const operation = {
    summary,
    tag,
    read,
    permission,
    input: contract,
    status: send.status,
    output: send.kind === "json" ? send.schema : { mediaType: send.mediaType },
  };
  return Object.assign(handle, { operation });
}
