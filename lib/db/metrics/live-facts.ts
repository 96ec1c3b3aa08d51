import { Prisma } from "../generated/prisma/client";
import type { MetricRequest } from "./metric-request";

/** What a retirement names its fact by. */
export type FactKind = "pos" | "opportunity" | "certification" | "observation" | "potential";
/** Of these every fact is a version of a record, and the next version retires it; a table bears the name of its kind. */
type RecordKind = Exclude<FactKind, "pos">;
type Known = Pick<MetricRequest, "scope" | "known">;

/** Whether fact `v` counts: its batch is known, and no known batch retires it. */
export function live(kind: FactKind, { known }: Pick<Known, "known">): Prisma.Sql {
  return Prisma.sql`(v.batch_id = any(${known}::int[]) and not exists (
    select from fact_retirement x where x.org_id = v.org_id and x.kind = ${kind} and x.fact_id = v.id and x.batch_id = any(${known}::int[])))`;
}

/** The versions that count, at most one of each record. Whose an opportunity is, is part of its version. */
export function liveRecords(kind: RecordKind, request: Known): Prisma.Sql {
  return Prisma.sql`(select v.* from ${Prisma.raw(kind)} v where v.org_id = ${request.scope.orgId} and ${live(kind, request)})`;
}
