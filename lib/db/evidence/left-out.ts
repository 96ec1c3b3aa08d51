import type { LeftOutReason } from "@/lib/contracts/scorecard";
import { Prisma } from "../generated/prisma/client";

/** A condition under which a record does not count. */
export type LeftOut = readonly [condition: Prisma.Sql, reason: LeftOutReason];

/** The reason of the first condition that holds; null for a record that counts. */
export function firstReason(leftOut: readonly LeftOut[]): Prisma.Sql {
  return Prisma.sql`case ${Prisma.join(
    leftOut.map(([condition, reason]) => Prisma.sql`when ${condition} then ${reason}`),
    " ",
  )} end`;
}

/**
 * Records that were not there yet: those of batch `b` published after the sequence. Where the batch replays rows of an earlier file,
 * `parked`, which was known, they were there and waited for their partner, SKU, region or metric.
 */
export function notKnown(knownAt: number): LeftOut[] {
  return [
    [Prisma.sql`b.seq > ${knownAt} and parked.seq <= ${knownAt}`, "unmatched"],
    [Prisma.sql`b.seq > ${knownAt}`, "known_later"],
  ];
}

/** Joins for `notKnown`: the batch of record `v`, and the one it replays. Only what is needed: conditions name the record's columns without `v`. */
export const BATCHES = Prisma.sql`
  join (select org_id, id, number, seq, replay_of_id from import_batch) b on b.org_id = v.org_id and b.id = v.batch_id and b.seq is not null
  left join (select org_id, id, seq from import_batch) parked on parked.org_id = b.org_id and parked.id = b.replay_of_id`;

/** Whether a version of the same record of the same partner became known after version `v`, by the sequence. Names are ours, never a caller's. */
export function replacedBy(table: string, identity: readonly string[], knownAt: number): LeftOut {
  const same = identity.map((column) => `later.${column} = v.${column}`).join(" and ");
  return [
    Prisma.sql`exists (
      select from ${Prisma.raw(table)} later join import_batch lb on lb.org_id = later.org_id and lb.id = later.batch_id
      where later.org_id = v.org_id and ${Prisma.raw(same)} and lb.seq <= ${knownAt} and (lb.seq, later.id) > (b.seq, v.id))`,
    "replaced",
  ];
}

export function unless(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${condition}) is not true`;
}
