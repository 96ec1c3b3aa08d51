import { z } from "zod";
import type { OrganizationSettings } from "@/lib/contracts/organization";
import { query } from "../define-service";

/** What is stated about the organization, and whether its currency may still change. */
export const getOrganization = query({
  permission: "organization.manage",
  input: z.strictObject({}),
  run: async ({ db }): Promise<OrganizationSettings> => ({
    ...(await db.organizations.get()),
    currencyInUse: await db.organizations.isCurrencyInUse(),
  }),
});
