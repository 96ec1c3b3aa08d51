import { afterAll, beforeAll } from "vitest";
import { closeDatabase, pool } from "@/lib/db/client";
import { createTestDatabase, type TestDatabase } from "./database";
import { type PartnerSeed, type ScoreOrganization, scoreOrganization } from "./factories";

/** A database for one test file, in which each test founds organizations of its own. */
export function scoreDatabase() {
  const organizations: ScoreOrganization[] = [];
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
    ownerUrl: () => database.ownerUrl,
    async organization(name: string, partners: readonly PartnerSeed[]): Promise<ScoreOrganization> {
      const organization = await scoreOrganization(database.appUrl, name, partners);
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
