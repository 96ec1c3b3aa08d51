import { createInterface } from "node:readline";
import { inspect } from "node:util";
import { Actor } from "@/lib/access/actor";
import { closeDatabase } from "@/lib/db/client";
import { createOrganization } from "@/lib/db/organizations";
import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { publishProgramVersion } from "@/lib/services/define/publish-program-version";
import { receiveImport } from "@/lib/services/measure/receive-import";
import { evaluateRun } from "@/lib/services/score/evaluate-run";
import { publishRun } from "@/lib/services/score/publish-run";
import { createUser } from "@/lib/services/settings/create-user";
import { removeUser } from "@/lib/services/settings/remove-user";
import { NO_PROGRESS } from "@/scripts/cli/progress";
import { settleImport } from "@/scripts/cli/settle-import";
import type { Answer, FoundOrder, Order } from "./office";

// What no page and no route of the API can do: run by office.ts with the application's database. A line is an order, its answer another line.
try {
  for await (const line of createInterface({ input: process.stdin })) process.stdout.write(`${JSON.stringify(await answerTo(JSON.parse(line)))}\n`);
} finally {
  await closeDatabase();
}

function answerTo(order: Order): Promise<Answer> {
  return carryOut(order).catch((error: unknown) => ({ fault: inspect(error) }));
}

function carryOut(given: Order): Promise<{ orgId: number }> {
  return given.order === "found" ? found(given) : remove(given.orgId, given.email);
}

async function found({ name, people, files, program, reviews }: FoundOrder): Promise<{ orgId: number }> {
  const orgId = await createOrganization({ name, currency: "USD", fiscalStartMonth: 1, timeZone: "UTC", isDemo: false });
  const actor = Actor.system(orgId, "end-to-end tests");
  for (const { kind, csv } of files) {
    const { number } = await receiveImport(actor, { kind, fileName: `${kind}.csv`, body: bytes(csv) });
    const { status } = await settleImport(actor, number, NO_PROGRESS);
    if (status !== "published") throw new Error(`${kind}.csv was not loaded: ${status}`);
  }
  for (const person of people) await createUser(actor, person);
  if (program !== null) {
    const { version } = await createProgramVersion(actor, { document: program });
    await publishProgramVersion(actor, { version, effectiveFrom: "2020-01-01" });
  }
  for (const asOf of reviews) await publishRun(actor, { run: (await evaluateRun(actor, { asOf })).number });
  return { orgId };
}

async function remove(orgId: number, email: string): Promise<{ orgId: number }> {
  await removeUser(Actor.system(orgId, "end-to-end tests"), { email });
  return { orgId };
}

async function* bytes(csv: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(csv);
}
