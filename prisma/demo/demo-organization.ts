import { listOrganizations } from "@/lib/db/organization-directory";
import { createOrganization } from "@/lib/db/organizations";

import { FISCAL_START_MONTH } from "./demo-program";

export const DEMO_ORGANIZATION = "AdventureWorks Cycles (demo)";

/** The id of the demo organization, founded when the database has no organization at all; null in a database that others use. */
export async function demoOrganization(): Promise<number | null> {
  const organizations = await listOrganizations();
  const found = organizations.find(({ name }) => name === DEMO_ORGANIZATION);
  if (found !== undefined) return found.id;
  if (organizations.length > 0) return null;
  return createOrganization({ name: DEMO_ORGANIZATION, currency: "USD", fiscalStartMonth: FISCAL_START_MONTH, timeZone: "UTC", isDemo: true });
}
