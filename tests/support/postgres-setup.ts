// Once per run of the integration tests: a PostgreSQL server of their own, and the migrated template they copy.
import type { TestProject } from "vitest/node";
import { holdServer } from "../../scripts/postgres/hold.mjs";
import { prepareTemplate, testHome } from "../../scripts/testing/template-database.mjs";

declare module "vitest" {
  interface ProvidedContext {
    template: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await holdServer(testHome, { durable: false });
  project.provide("template", await prepareTemplate());
  return () => server.release();
}
