import { existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { freePort } from "../../scripts/setup/ports.mjs";
import { testHome } from "../../scripts/testing/template-database.mjs";
import { until } from "../support/child-process";
import { type RunningApplication, startApplication, tierline } from "./running-application";

const WRITERS = 4;
const ENOUGH = { metrics: 40, imports: 4 };

const place = { home: path.join(testHome, `system-${process.pid}`), port: await freePort() };
mkdirSync(place.home, { recursive: true });
let application: RunningApplication | null = null;
afterAll(async () => {
  await application?.interrupt();
  rmSync(place.home, { recursive: true, force: true });
});

test("kill -9 of npm start and its database server in the middle of writing loses nothing that was acknowledged", async () => {
  application = await startApplication(place);
  const scopes = ["metric.read", "metric.write", "import.read", "import.write"].flatMap((scope) => ["--scope", scope]);
  const token = await tierline(place, "token", "create", "--name", "system test", "--user", "manager@adventureworks.example", ...scopes);
  const api = apiOf(application.url, token);

  const kept: { readonly metrics: string[]; readonly imports: number[] } = { metrics: [], imports: [] };
  let killed = false;
  /** One thing after the other, each noted once it is acknowledged, until nobody answers. */
  const writeOn = async (write: (n: number) => Promise<void>) => {
    try {
      for (let n = 0; ; n++) await write(n);
    } catch (error) {
      if (!killed) throw error;
    }
  };
  const writing = Promise.all([
    ...Array.from({ length: WRITERS }, (_, writer) =>
      writeOn(async (n) => {
        const key = `kept_${writer}_${n}`;
        await api.post("/metrics", "application/json", JSON.stringify({ key, name: key, unit: "number", betterWhen: "higher" }), 201);
        kept.metrics.push(key);
      }),
    ),
    writeOn(async (n) => {
      const batch = await api.post(`/imports?kind=regions&name=${n}.csv`, "text/csv", `code,name,parent_code\nkept-${n},Kept ${n},\n`, 202);
      kept.imports.push(batch.number);
    }),
  ]);
  const enough = until("enough is acknowledged", async () => {
    await api.get("/metrics");
    return kept.metrics.length >= ENOUGH.metrics && kept.imports.length >= ENOUGH.imports;
  });
  await Promise.race([enough, writing.then(() => enough)]);
  killed = true;
  await application.killAll();
  await writing;

  application = await startApplication(place);
  const { items } = await api.get("/metrics");
  const keys = items.map(({ key }: { key: string }) => key);
  expect(kept.metrics.filter((key) => !keys.includes(key))).toEqual([]);
  expect(new Set(keys).size).toBe(keys.length);
  for (const number of kept.imports) {
    let batch = { status: "queued" };
    await until(`import ${number} is done`, async () => {
      ({ batch } = await api.get(`/imports/${number}`));
      return !["queued", "checking", "loading"].includes(batch.status);
    });
    expect(batch).toMatchObject({ status: "published", rows: { read: 1, loaded: 1 } });
  }

  const { interrupt } = application;
  application = null;
  expect(await interrupt()).toBe(0);
  expect(existsSync(path.join(place.home, "postgres", "postmaster.pid"))).toBe(false);
});

function apiOf(url: string, token: string) {
  const call = async (address: string, status: number, init: RequestInit = {}) => {
    const answer = await fetch(`${url}/api/v1${address}`, { ...init, headers: { ...init.headers, Authorization: `Bearer ${token}` } });
    if (answer.status !== status) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  return {
    get: (address: string) => call(address, 200),
    post: (address: string, type: string, body: string, status: number) =>
      call(address, status, { method: "POST", headers: { "Content-Type": type }, body }),
  };
}
