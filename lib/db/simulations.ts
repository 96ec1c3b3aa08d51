import type { Scope } from "@/lib/access/actor";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import type { Prisma } from "./generated/prisma/client";
import { toIsoDate, toIsoInstant } from "./rows";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

export type NewSimulation = {
  readonly versionId: number;
  readonly documentHash: string;
  readonly runId: number;
  readonly engineVersion: string;
  readonly summary: Prisma.InputJsonObject;
  readonly createdBy: string;
};

/** `summary`: the SimulationSummary of lib/contracts. */
export type SimulationRow = Pick<NewSimulation, "documentHash" | "engineVersion" | "createdBy"> & {
  readonly run: { readonly number: number; readonly asOf: IsoDate };
  readonly createdAt: string;
  readonly summary: unknown;
};

export function simulationsRepository(tx: Tx, scope: Scope) {
  const { orgId } = scope;
  return {
    async add(simulation: NewSimulation): Promise<void> {
      staffOnly(scope);
      await tx.simulation.create({ data: { orgId, ...simulation } });
    },

    /** The last one of this very document, on the partners of a run or of any; null without any. */
    async findLast(of: { readonly versionId: number; readonly documentHash: string; readonly runId?: number }): Promise<SimulationRow | null> {
      staffOnly(scope);
      const found = await tx.simulation.findFirst({
        where: { orgId, ...of },
        select: {
          documentHash: true,
          engineVersion: true,
          createdBy: true,
          createdAt: true,
          summary: true,
          run: { select: { number: true, asOf: true } },
        },
        orderBy: { id: "desc" },
      });
      if (found === null) return null;
      const { run, createdAt, ...row } = found;
      return { ...row, run: { number: run.number, asOf: toIsoDate(run.asOf) }, createdAt: toIsoInstant(createdAt) };
    },
  };
}
