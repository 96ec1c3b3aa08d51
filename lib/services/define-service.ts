import "server-only";
import type { z } from "zod";
import type { Actor, Scope } from "@/lib/access/actor";
import type { Permission } from "@/lib/access/permissions";
import { parseInput } from "@/lib/contracts/parse-input";
import { type BulkDb, bulkDb } from "@/lib/db/bulk";
import { inScope, type ScopedDb } from "@/lib/db/scoped";

/** A use case: an actor and an input in, a DTO out. `service` lets tests and the API list what it asks for. */
export type Service<Input extends z.ZodType, Output> = ((actor: Actor, input: z.input<Input>) => Promise<Output>) & {
  readonly service: { readonly kind: "query" | "command" | "long"; readonly permission: Permission; readonly input: Input };
};

type Definition<Input extends z.ZodType, Context, Output> = {
  readonly permission: Permission;
  readonly input: Input;
  readonly run: (context: { readonly actor: Actor } & Context, input: z.output<Input>) => Promise<Output>;
};

/** A use case that only reads: one read-only snapshot. */
export function query<Input extends z.ZodType, Output>(definition: Definition<Input, { readonly db: ScopedDb }, Output>): Service<Input, Output> {
  return service("query", definition, (scope, work) => inScope(scope, "read", (db) => work({ db })));
}

type Command<Input extends z.ZodType, Output> = Definition<Input, { readonly db: ScopedDb }, Output> & {
  /** What follows once the change is stored, such as mail. It cannot undo the change, and so must not fail. */
  readonly afterwards?: (output: Output) => Promise<Output>;
};

/** A use case that changes something: one transaction, all or nothing. */
export function command<Input extends z.ZodType, Output>(definition: Command<Input, Output>): Service<Input, Output> {
  return service("command", definition, async (scope, work) => {
    const output = await inScope(scope, "write", (db) => work({ db }));
    return definition.afterwards === undefined ? output : definition.afterwards(output);
  });
}

/** A use case that streams or takes its time: the methods of `bulk` own their transactions. */
export function longCommand<Input extends z.ZodType, Output>(
  definition: Definition<Input, { readonly bulk: BulkDb }, Output>,
): Service<Input, Output> {
  return service("long", definition, (scope, work) => work({ bulk: bulkDb(scope) }));
}

function service<Input extends z.ZodType, Context, Output>(
  kind: "query" | "command" | "long",
  definition: Definition<Input, Context, Output>,
  open: (scope: Scope, work: (context: Context) => Promise<Output>) => Promise<Output>,
): Service<Input, Output> {
  const call = async (actor: Actor, input: z.input<Input>): Promise<Output> => {
    const scope = actor.authorize(definition.permission);
    const parsed = parseInput(definition.input, input, "The input");
    return open(scope, (context) => definition.run({ actor, ...context }, parsed));
  };
  return Object.assign(call, { service: { kind, permission: definition.permission, input: definition.input } });
}
