import type { Scope } from "@/lib/access/actor";
import type { Program } from "@/lib/domain/define/program";
import type { MetricInput } from "@/lib/domain/run-input";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { Prisma } from "../generated/prisma/client";
import type { Tx } from "../scope";

/** What every metric family reads: the facts of a scope, as of a date, as known at a sequence. */
export type MetricRequest = {
  readonly tx: Tx;
  readonly scope: Scope;
  readonly program: Program;
  readonly asOf: IsoDate;
  readonly knownAt: number;
};

/** The internal ids of the partners that have data, with their value; every other partner has none. */
export type MetricValues = ReadonlyMap<number, Omit<MetricInput, "from" | "until">>;

/** The batches known at the sequence. A list keeps the plan simple: the rollup is filtered as it is read, without a join. */
export async function knownBatches({ tx, scope, knownAt }: MetricRequest): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`select id from import_batch where org_id = ${scope.orgId} and seq <= ${knownAt}`;
  return rows.map(({ id }) => id);
}

/** The part of a WHERE that keeps a partner user to its own partner. `column` is ours, never a caller's. */
export function ownPartner(scope: Scope, column: string): Prisma.Sql {
  return scope.partnerId === null ? Prisma.sql`true` : Prisma.sql`${Prisma.raw(column)} = ${scope.partnerId}`;
}
