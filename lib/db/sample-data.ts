import type { Scope } from "@/lib/access/actor";
import { SAMPLE_CURRENCY, type SampleProgress, SampleStep } from "@/lib/contracts/sample-data";
import { enqueueSampleIn } from "./job-queue";
import { type RemovedSample, removeSample } from "./remove-sample";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

type Load = {
  readonly status: "queued" | "loading" | "loaded" | "failed";
  readonly step: SampleStep | null;
  readonly stepsDone: number;
  readonly steps: number;
  readonly failure: string | null;
};

/** `load` is null where nobody asked for the sample data here: there is none, or the organization was founded with it. */
export type SampleState = { readonly name: string; readonly isDemo: boolean; readonly load: Load | null };

export function sampleDataRepository(tx: Tx, scope: Scope) {
  const { orgId } = scope;
  const find = async (): Promise<SampleState> => {
    staffOnly(scope);
    const { name, isDemo, sampleLoad } = await tx.organization.findUniqueOrThrow({ where: { id: orgId }, include: { sampleLoad: true } });
    return {
      name,
      isDemo,
      load: sampleLoad && {
        status: sampleLoad.status as Load["status"],
        step: SampleStep.nullable().parse(sampleLoad.step),
        stepsDone: sampleLoad.stepsDone,
        steps: sampleLoad.steps,
        failure: sampleLoad.failure,
      },
    };
  };

  return {
    find,

    /** What of its own the organization has, in words: nothing, where the sample data may be loaded. */
    async contents(): Promise<string[]> {
      staffOnly(scope);
      const [row] = await tx.$queryRaw<{ contents: string[] }[]>`select organization_contents(${orgId}) as contents`;
      return row?.contents ?? [];
    },

    /**
     * The same as `find`, once everybody who changes the organization is done; until the transaction ends nobody else adds to it. First
     * what others change before they write the trail, the organization and the trail's counter last: in their order, so that nobody
     * waits for somebody who waits for them.
     */
    async lock(): Promise<SampleState> {
      staffOnly(scope);
      await tx.$executeRaw`select from program where org_id = ${orgId} order by id for no key update`;
      await tx.$executeRaw`select from fund where org_id = ${orgId} order by id for no key update`;
      await tx.$executeRaw`select from tier_override where org_id = ${orgId} order by id for no key update`;
      await tx.$executeRaw`select from back_test where org_id = ${orgId} and status = 'running' order by id for no key update`;
      await tx.$executeRaw`select from app_user where org_id = ${orgId} and role = 'partner' order by id for no key update`;
      await tx.$executeRaw`select from import_batch where org_id = ${orgId} and status = 'ready' order by id for no key update`;
      await tx.$executeRaw`select from organization where id = ${orgId} for update`;
      await tx.$executeRaw`select from org_counter where org_id = ${orgId} and name = 'audit' for update`;
      return find();
    },

    /** Says of an empty organization that it holds the sample data from now on, in the sample's currency. Call under `lock`. */
    async mark(): Promise<void> {
      staffOnly(scope);
      await tx.$executeRaw`update organization set currency = ${SAMPLE_CURRENCY}, is_demo = true where id = ${orgId}`;
    },

    /** Asks the worker for it, anew where that failed before. `askedBy`: who wants it. Call under `lock`, before `mark`. */
    async queue(askedBy: string): Promise<void> {
      staffOnly(scope);
      await tx.$executeRaw`
        insert into sample_load (org_id, asked_by, currency_before) select id, ${askedBy}, currency from organization where id = ${orgId}
        on conflict (org_id) do update set status = 'queued', step = null, steps_done = 0, steps = 0, failure = null, asked_by = excluded.asked_by, asked_at = now()`;
      await enqueueSampleIn(tx, { orgId });
    },

    /** False when nobody waits for it any more. */
    async reach({ step, stepsDone, steps }: SampleProgress): Promise<boolean> {
      staffOnly(scope);
      const { count } = await tx.sampleLoad.updateMany({
        where: { orgId, status: { in: ["queued", "loading"] } },
        data: { status: "loading", step, stepsDone, steps },
      });
      return count === 1;
    },

    /** `failure`: why it failed; null when all is loaded. */
    async end(failure: string | null): Promise<void> {
      staffOnly(scope);
      await tx.$executeRaw`
        update sample_load set status = ${failure === null ? "loaded" : "failed"}, failure = ${failure}, steps_done = case when ${failure === null} then steps else steps_done end
        where org_id = ${orgId} and status in ('queued', 'loading')`;
    },

    /** The number of an import that a worker is on, or that is still arriving; null without any. */
    async findMovingImport(): Promise<number | null> {
      staffOnly(scope);
      const batch = await tx.importBatch.findFirst({
        where: { orgId, status: { in: ["receiving", "queued", "checking", "loading"] } },
        select: { number: true },
        orderBy: { number: "asc" },
      });
      return batch?.number ?? null;
    },

    /** Deletes everything but what stays (see remove-sample.ts). Call under `lock`. */
    async remove(): Promise<RemovedSample> {
      staffOnly(scope);
      return removeSample(tx, orgId);
    },
  };
}
