import { Actor } from "@/lib/access/actor";
import { listOrganizations } from "@/lib/db/organization-directory";
import { createOrganization } from "@/lib/db/organizations";
import { getOrganization } from "@/lib/services/settings/get-organization";
import { FISCAL_START_MONTH } from "./demo-program";

export const DEMO_ORGANIZATION = "AdventureWorks Cycles (demo)";

/** `isDemo`: whether the sample data is meant to be in it; somebody may have removed it. */
type DemoOrganization = { readonly id: number; readonly isDemo: boolean };

/** The demo organization, founded when the database has no organization at all; null in a database that others use. */
export async function demoOrganization(): Promise<DemoOrganization | null> {
  const organizations = await listOrganizations();
  const found = organizations.find(({ name }) => name === DEMO_ORGANIZATION);
  if (found !== undefined) return { id: found.id, isDemo: (await getOrganization(Actor.system(found.id, "demo loader"), {})).isDemo };
  if (organizations.length > 0) return null;
  const founded = { name: DEMO_ORGANIZATION, currency: "USD", fiscalStartMonth: FISCAL_START_MONTH, timeZone: "UTC", isDemo: true };
  return { id: await createOrganization(founded), isDemo: true };
}
