import { afterAll, beforeAll } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { type ImportOrganization, importOrganization } from "./import-organization";

/** A database for one test file, in which each test founds organizations of its own. */
export function importDatabase() {
  const organizations: ImportOrganization[] = [];
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    process.env.DATABASE_URL = database.appUrl;
  });
  afterAll(async () => {
    for (const organization of organizations) await organization.close();
    await closeDatabase();
    await database.drop();
  });
  return {
    appUrl: () => database.appUrl,
    ownerUrl: () => database.ownerUrl,
    async organization(name: string): Promise<ImportOrganization> {
      const organization = await importOrganization(database.appUrl, name);
      organizations.push(organization);
      return organization;
    },
  };
}
