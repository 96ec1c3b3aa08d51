import { Prisma } from "../generated/prisma/client";
import type { MetricRequest } from "./metric-request";

/**
 * Records that come in versions, as known at the sequence: of each identity the version that became known last. Whose an
 * opportunity is, is part of its version, so narrow to a partner outside of these.
 */
type At = Pick<MetricRequest, "scope" | "knownAt">;

export function knownOpportunities({ scope, knownAt }: At): Prisma.Sql {
  return Prisma.sql`(
    select distinct on (v.code) v.* from opportunity v join import_batch b on b.org_id = v.org_id and b.id = v.batch_id
    where v.org_id = ${scope.orgId} and b.seq <= ${knownAt} order by v.code, b.seq desc, v.id desc)`;
}

export function knownCertifications({ scope, knownAt }: At): Prisma.Sql {
  return Prisma.sql`(
    select distinct on (v.partner_id, v.person, v.track, v.level, v.earned_on) v.* from certification v join import_batch b on b.org_id = v.org_id and b.id = v.batch_id
    where v.org_id = ${scope.orgId} and b.seq <= ${knownAt} order by v.partner_id, v.person, v.track, v.level, v.earned_on, b.seq desc, v.id desc)`;
}

export function knownObservations({ scope, knownAt }: At): Prisma.Sql {
  return Prisma.sql`(
    select distinct on (v.partner_id, v.metric_key, v.observed_on) v.* from observation v join import_batch b on b.org_id = v.org_id and b.id = v.batch_id
    where v.org_id = ${scope.orgId} and b.seq <= ${knownAt} order by v.partner_id, v.metric_key, v.observed_on, b.seq desc, v.id desc)`;
}
