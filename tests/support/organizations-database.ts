import { afterAll, beforeAll } from "vitest";
import { closeDatabase, pool } from "@/lib/db/client";
import { createTestDatabase, type TestDatabase } from "./database";

/** A database for one test file, in which each test founds organizations of its own by `found`. */
export function organizationsDatabase<Organization extends { readonly close: () => Promise<void> }, Contents extends unknown[]>(
  found: (appUrl: string, name: string, ...contents: Contents) => Promise<Organization>,
) {
  const organizations: Organization[] = [];
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    process.env.DATABASE_URL = database.appUrl;
  });
  afterAll(async () => {
    for (const organization of organizations) await organization.close();
    await closeConnections();
    await database.drop();
  });
  return {
    appUrl: () => database.appUrl,
    ownerUrl: () => database.ownerUrl,
    async organization(name: string, ...contents: Contents): Promise<Organization> {
      const organization = await found(database.appUrl, name, ...contents);
      organizations.push(organization);
      return organization;
    },
  };
}

/** The pool's end does not wait for its connections to be gone, and dropping the database would break those into an error. */
async function closeConnections(): Promise<void> {
  const connections = pool();
  const gone = new Promise<void>((resolve) => {
    let open = connections.totalCount;
    if (open === 0) resolve();
    connections.on("remove", () => {
      open -= 1;
      if (open === 0) resolve();
    });
  });
  await closeDatabase();
  await gone;
}
