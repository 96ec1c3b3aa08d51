import { Actor } from "@/lib/access/actor";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { listProgramVersions } from "@/lib/services/define/list-program-versions";
import { publishProgramVersion } from "@/lib/services/define/publish-program-version";
import { createMetric } from "@/lib/services/measure/create-metric";
import { listMetrics } from "@/lib/services/measure/list-metrics";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { listRuns } from "@/lib/services/score/list-runs";
import { publishRun } from "@/lib/services/score/publish-run";
import { createUser } from "@/lib/services/settings/create-user";
import { listUsers } from "@/lib/services/settings/list-users";
import { approveQuarterAfter, hasFunds, prepareQuarterAfter } from "./demo-funds";
import { demoOrganization } from "./demo-organization";
import { PARTNER_USERS, STAFF } from "./demo-people";
import { demoProgram, PROGRAM_IN_EFFECT, REVIEWS } from "./demo-program";
import { SERVICE_LEVEL_METRIC } from "./generated/service-levels";
import { importDemoFiles } from "./import-demo-files";

/**
 * Fills the demo organization through the services that people use. What is there already is left as it is, and a load that was cut
 * short goes on where it ended. Answers its id, or null when the database belongs to others.
 */
export async function fillDemoOrganization(): Promise<number | null> {
  const orgId = await demoOrganization();
  if (orgId === null) return null;
  const actor = Actor.system(orgId, "demo loader");
  if (await isFilled(actor)) return orgId;
  await openAccounts(actor, STAFF);
  await defineServiceLevels(actor);
  await importDemoFiles(actor);
  await openAccounts(actor, PARTNER_USERS);
  await publishProgram(actor);
  await holdReviews(actor, orgId);
  return orgId;
}

async function openAccounts(actor: Actor, people: typeof STAFF): Promise<void> {
  const { items } = await listUsers(actor, {});
  const known = new Set(items.map(({ email }) => email));
  for (const { who: _who, ...person } of people) if (!known.has(person.email)) await createUser(actor, person);
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

/** Each review is published, and followed by the fund of the quarter after it. */
async function holdReviews(actor: Actor, orgId: number): Promise<void> {
  for (const review of await reviewsToHold(actor)) {
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

/** What people did to the demo since is theirs: a discarded fund is not proposed again. */
async function isFilled(actor: Actor): Promise<boolean> {
  return (await newestReview(actor)) === REVIEWS.at(-1) && (await hasFunds(actor));
}

async function newestReview(actor: Actor): Promise<string | undefined> {
  const { items } = await listRuns(actor, { limit: 200 });
  return items.find(({ status }) => status === "published")?.asOf;
}
