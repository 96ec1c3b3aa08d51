import type { Scope } from "@/lib/access/actor";
import type { Program } from "@/lib/domain/define/program";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { Prisma } from "../generated/prisma/client";

/** A quarter as far as it has come, with the id of its run; null when none was published in it. */
export type KpiQuarter = { readonly from: IsoDate; readonly until: IsoDate; readonly runId: number | null };

/** Which facts and partners count; an absent list or code narrows nothing. */
export type KpiNarrowing = {
  readonly tier?: string | undefined;
  /** Partners in these regions, by internal ids. */
  readonly regions?: readonly number[] | undefined;
  /** POS of these product lines, by internal ids; everything else counts as it is. */
  readonly lines?: readonly number[] | undefined;
  /** One partner, by its code. */
  readonly partner?: string | undefined;
};

export type KpiRequest = {
  readonly scope: Scope;
  readonly program: Program;
  /** The batches known. */
  readonly known: readonly number[];
  /** Oldest first; rows name them by their place. */
  readonly quarters: readonly KpiQuarter[];
  readonly narrowing: KpiNarrowing;
  /** The run that keeps the sales of the quarters, by its internal id; without one they are added up from the facts. */
  readonly keptRunId?: number | undefined;
};

/** The quarters as rows of `quarter(n, from_day, until_day, run_id)`. */
export function quarterRows({ quarters }: Pick<KpiRequest, "quarters">): Prisma.Sql {
  return Prisma.sql`select * from unnest(${quarters.map((_, n) => n)}::int[], ${quarters.map(({ from }) => from)}::date[], ${quarters.map(({ until }) => until)}::date[],
    ${quarters.map(({ runId }) => runId)}::int[]) as q(n, from_day, until_day, run_id)`;
}
