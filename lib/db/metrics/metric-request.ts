import type { Scope } from "@/lib/access/actor";
import type { Program } from "@/lib/domain/define/program";
import type { MetricInput } from "@/lib/domain/run-input";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import type { Tx } from "../scope";

/** What every metric family reads: the facts of an organization, as of a date, as known at a sequence. For staff alone. */
export type MetricRequest = {
  readonly tx: Tx;
  readonly scope: Scope;
  readonly program: Program;
  readonly asOf: IsoDate;
  readonly knownAt: number;
  /** The batches known at the sequence. */
  readonly known: readonly number[];
};

/** The internal ids of the partners that have data, with their value; every other partner has none. */
export type MetricValues = ReadonlyMap<number, Omit<MetricInput, "from" | "until">>;

/** Ids of the batches known at the sequence. A list keeps the plan simple: the rollup is filtered as it is read, without a join. */
export async function knownBatches({ tx, scope, knownAt }: Pick<MetricRequest, "tx" | "scope" | "knownAt">): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`select id from import_batch where org_id = ${scope.orgId} and seq <= ${knownAt}`;
  return rows.map(({ id }) => id);
}
