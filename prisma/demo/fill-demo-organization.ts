import { Actor } from "@/lib/access/actor";
import { createUser } from "@/lib/services/settings/create-user";
import { listUsers } from "@/lib/services/settings/list-users";
import { demoOrganization } from "./demo-organization";
import { PARTNER_USERS, STAFF } from "./demo-people";
import { fillOrganization, isFilled } from "./fill-organization";

/**
 * Fills the demo organization and opens its accounts. One from which somebody removed the sample data stays as it is. Answers its id, or
 * null when the database belongs to others.
 */
export async function fillDemoOrganization(): Promise<number | null> {
  const demo = await demoOrganization();
  if (demo === null) return null;
  if (!demo.isDemo || (await isFilled(demo.id))) return demo.id;
  await openAccounts(demo.id, STAFF);
  await fillOrganization(demo.id, async ({ step }) => {
    if (step === "program") await openAccounts(demo.id, PARTNER_USERS); // from here on there are partners
  });
  return demo.id;
}

/** Those of the demo's people who can sign in: its partners' users went with the sample data when somebody removed it. */
export async function signInsOf(orgId: number): Promise<{ who: string; email: string; password: string }[]> {
  const { items } = await listUsers(Actor.system(orgId, "demo loader"), { state: "active", limit: 200 });
  const active = new Set(items.map(({ email }) => email));
  return [...STAFF, ...PARTNER_USERS].filter(({ email }) => active.has(email)).map(({ who, email, password }) => ({ who, email, password }));
}

async function openAccounts(orgId: number, people: typeof STAFF): Promise<void> {
  const actor = Actor.system(orgId, "demo loader");
  const { items } = await listUsers(actor, { limit: 200 });
  const known = new Set(items.map(({ email }) => email));
  for (const { who: _who, ...person } of people) if (!known.has(person.email)) await createUser(actor, person);
}
