import type { LeftOutReason } from "@/lib/contracts/scorecard";
import { Prisma } from "../generated/prisma/client";
import type { FactKind } from "../metrics/live-facts";

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
 * Records that do not count at the sequence, whatever the metric. Those of batch `b` published after it were not there yet; where
 * the batch replays rows of an earlier file, `parked`, which was known, they were there and waited for their partner, SKU, region or
 * metric. Those retired by it were corrected, or followed by another version, which may be another partner's.
 */
export function notLive(knownAt: number): LeftOut[] {
  return [
    [Prisma.sql`b.seq > ${knownAt} and parked.seq <= ${knownAt}`, "unmatched"],
    [Prisma.sql`b.seq > ${knownAt}`, "known_later"],
    [Prisma.sql`retired.seq <= ${knownAt}`, "replaced"],
  ];
}

/**
 * Joins for `notLive`: the batch of record `v`, the one it replays, and the sequence it is retired at. Only what is needed:
 * conditions name the record's columns without `v`.
 */
export function itsBatches(kind: FactKind): Prisma.Sql {
  return Prisma.sql`
    join (select org_id, id, number, seq, replay_of_id from import_batch) b on b.org_id = v.org_id and b.id = v.batch_id and b.seq is not null
    left join (select org_id, id, seq from import_batch) parked on parked.org_id = b.org_id and parked.id = b.replay_of_id
    left join (
      select x.org_id, x.fact_id, rb.seq from fact_retirement x join import_batch rb on rb.org_id = x.org_id and rb.id = x.batch_id where x.kind = ${kind}
    ) retired on retired.org_id = v.org_id and retired.fact_id = v.id`;
}

export function unless(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${condition}) is not true`;
}
