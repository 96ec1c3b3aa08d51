import { Actor } from "@/lib/access/actor";
import type { SampleProgress } from "@/lib/contracts/sample-data";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { listProgramVersions } from "@/lib/services/define/list-program-versions";
import { publishProgramVersion } from "@/lib/services/define/publish-program-version";
import { createMetric } from "@/lib/services/measure/create-metric";
import { listMetrics } from "@/lib/services/measure/list-metrics";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { listRuns } from "@/lib/services/score/list-runs";
import { publishRun } from "@/lib/services/score/publish-run";
import { approveQuarterAfter, hasFunds, prepareQuarterAfter } from "./demo-funds";
import { demoProgram, PROGRAM_IN_EFFECT, REVIEWS } from "./demo-program";
import { SERVICE_LEVEL_METRIC } from "./generated/service-levels";
import { DEMO_KINDS, importDemoFiles } from "./import-demo-files";

const STEPS = DEMO_KINDS.length + 1 + REVIEWS.length;

/**
 * Fills an organization with the sample data through the services that people use: files, a program, six reviews and their funds.
 * What is there already is left as it is, and a load that was cut short goes on where it ended. `onStep` is told before each step.
 */
export async function fillOrganization(orgId: number, onStep: (progress: SampleProgress) => Promise<void>): Promise<void> {
  const actor = Actor.system(orgId, "sample data");
  let stepsDone = 0;
  const next = (step: SampleProgress["step"]) => onStep({ step, stepsDone: stepsDone++, steps: STEPS });
  await defineServiceLevels(actor);
  await importDemoFiles(actor, next);
  await next("program");
  await publishProgram(actor);
  await holdReviews(actor, orgId, () => next("reviews"));
}

/** What people did to it since is theirs: a discarded fund is not proposed again. */
export async function isFilled(orgId: number): Promise<boolean> {
  const actor = Actor.system(orgId, "sample data");
  return (await newestReview(actor)) === REVIEWS.at(-1) && (await hasFunds(actor));
}

async function defineServiceLevels(actor: Actor): Promise<void> {
  const { items } = await listMetrics(actor, {});
  if (!items.some(({ key }) => key === SERVICE_LEVEL_METRIC.key)) await createMetric(actor, SERVICE_LEVEL_METRIC);
}

async function publishProgram(actor: Actor): Promise<void> {
  const { items } = await listProgramVersions(actor, {});
  if (items.some(({ status }) => status === "published")) return;
  const version =
    items[0]?.version ?? (await createProgramVersion(actor, { document: demoProgram(), note: "Goalposts set to what resellers sell" })).version;
  await publishProgramVersion(actor, { version, effectiveFrom: PROGRAM_IN_EFFECT });
}

/** Each review is published, and followed by the fund of the quarter after it. Those that an earlier load held are steps too. */
async function holdReviews(actor: Actor, orgId: number, onReview: () => Promise<void>): Promise<void> {
  const toHold = await reviewsToHold(actor);
  for (const review of REVIEWS) {
    await onReview();
    if (!toHold.includes(review)) continue;
    if (review !== (await newestReview(actor))) await publishReview(actor, review);
    if (review === REVIEWS.at(-1)) await prepareQuarterAfter(orgId, review);
    else await approveQuarterAfter(orgId, review);
  }
}

async function publishReview(actor: Actor, asOf: IsoDate): Promise<void> {
  const draft = await evaluateRun(actor, { asOf });
  await publishRun(actor, { run: draft.number, note: "Quarterly review" });
}

/** The newest that was held, whose fund may be missing, and those after it: runs are never published as of an earlier day than the one before. */
async function reviewsToHold(actor: Actor): Promise<IsoDate[]> {
  const newest = await newestReview(actor);
  return REVIEWS.filter((review) => newest === undefined || review >= newest);
}

async function newestReview(actor: Actor): Promise<string | undefined> {
  const { items } = await listRuns(actor, { limit: 200 });
  return items.find(({ status }) => status === "published")?.asOf;
}
