import "server-only";
import type { Scope } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";
import { allocationsRepository } from "./allocations";
import { auditRepository } from "./audit";
import { backTestsRepository } from "./back-tests";
import { batchesRepository } from "./batches";
import { prisma } from "./client";
import { coverageRepository } from "./coverage";
import { customMetricsRepository } from "./custom-metrics";
import { databaseError } from "./database-error";
import { decisionsRepository } from "./decisions";
import { draftsRepository } from "./drafts";
import { evidenceRepository } from "./evidence";
import { fundsRepository } from "./funds";
import { idempotencyRepository } from "./idempotency";
import { invitationsRepository } from "./invitations";
import { kpisRepository } from "./kpis";
import { metricsRepository } from "./metrics";
import { movesRepository } from "./moves";
import { insertOrganization, type NewOrganization, organizationsRepository } from "./organizations";
import { overridesRepository } from "./overrides";
import { partnersRepository } from "./partners";
import { populationRepository } from "./population";
import { programChoicesRepository } from "./program-choices";
import { programsRepository } from "./programs";
import { readinessRepository } from "./readiness";
import { regionTreeRepository } from "./region-tree";
import { regionsRepository } from "./regions";
import { runsRepository } from "./runs";
import { sampleDataRepository } from "./sample-data";
import { setScope, type Tx } from "./scope";
import { simulationsRepository } from "./simulations";
import { standingsRepository } from "./standings";
import { tokensRepository } from "./tokens";
import { usersRepository } from "./users";

function repositories(tx: Tx, scope: Scope) {
  return {
    allocations: allocationsRepository(tx, scope),
    audit: auditRepository(tx, scope),
    backTests: backTestsRepository(tx, scope),
    batches: batchesRepository(tx, scope),
    coverage: coverageRepository(tx, scope),
    customMetrics: customMetricsRepository(tx, scope),
    decisions: decisionsRepository(tx, scope),
    drafts: draftsRepository(tx, scope),
    evidence: evidenceRepository(tx, scope),
    funds: fundsRepository(tx, scope),
    idempotency: idempotencyRepository(tx, scope),
    invitations: invitationsRepository(tx, scope),
    kpis: kpisRepository(tx, scope),
    metrics: metricsRepository(tx, scope),
    moves: movesRepository(tx, scope),
    organizations: organizationsRepository(tx, scope),
    overrides: overridesRepository(tx, scope),
    partners: partnersRepository(tx, scope),
    population: populationRepository(tx, scope),
    programChoices: programChoicesRepository(tx, scope),
    programs: programsRepository(tx, scope),
    readiness: readinessRepository(tx, scope),
    regionTree: regionTreeRepository(tx, scope),
    regions: regionsRepository(tx, scope),
    runs: runsRepository(tx, scope),
    sampleData: sampleDataRepository(tx, scope),
    simulations: simulationsRepository(tx, scope),
    standings: standingsRepository(tx, scope),
    tokens: tokensRepository(tx, scope),
    users: usersRepository(tx, scope),
  };
}

/** The one door to the database: every method sees the scope's rows and no others. */
export type ScopedDb = ReturnType<typeof repositories>;

const WRITE_TIMEOUT_MS = 600_000;

/**
 * Runs `work` in one transaction narrowed to `scope`. Reads see one snapshot and cannot write.
 * @throws AppError for what the database refuses in a way the caller can understand (conflict, not found)
 */
export async function inScope<T>(scope: Scope, mode: "read" | "write", work: (db: ScopedDb) => Promise<T>): Promise<T> {
  try {
    return await prisma().$transaction(
      async (tx) => {
        await setScope(tx, scope);
        if (mode === "read") await tx.$executeRaw`set transaction read only`;
        return work(repositories(tx, scope));
      },
      mode === "read" ? { isolationLevel: "RepeatableRead" } : { timeout: WRITE_TIMEOUT_MS },
    );
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw databaseError(error);
  }
}

/** Founds an organization and runs `work` in it, in one transaction: it comes with what `work` puts into it, or not at all. */
export async function inNewOrganization<T>(organization: NewOrganization, work: (db: ScopedDb, orgId: number) => Promise<T>): Promise<T> {
  return prisma().$transaction(async (tx) => {
    const orgId = await insertOrganization(tx, organization);
    return work(repositories(tx, { orgId, partnerId: null }), orgId);
  });
}
