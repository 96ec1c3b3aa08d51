import { Prisma } from "../generated/prisma/client";
import type { OpenRange } from "./month-split";

/** Whether a date column lies in a range. `date` is an expression of ours, never a caller's. */
export function within(date: string, { from, until }: OpenRange): Prisma.Sql {
  const day = Prisma.raw(date);
  return from === null ? Prisma.sql`(${day} < ${until}::date)` : Prisma.sql`(${day} >= ${from}::date and ${day} < ${until}::date)`;
}
