import { CurrencyCode, type OrganizationSettings, UpdateOrganization } from "@/lib/contracts/organization";
import { faultAt } from "@/lib/errors";
import { command } from "../define-service";

/** States anew what an organization is called and how it counts days, years and money. The trail keeps what it was before. */
export const updateOrganization = command({
  permission: "organization.manage",
  input: UpdateOrganization,
  run: async ({ actor, db }, stated): Promise<OrganizationSettings> => {
    const before = await db.organizations.get();
    const currencyInUse = await db.organizations.isCurrencyInUse();
    if (currencyInUse && stated.currency !== before.currency)
      throw faultAt(
        "conflict",
        "currency",
        before.isDemo ? "the sample data counts in it: the currency stays" : "a program is published or a run was evaluated: the currency stays",
      );
    if (stated.currency !== before.currency) requireActive(stated.currency);
    if (stated.timeZone !== before.timeZone && !(await db.organizations.knowsTimeZone(stated.timeZone)))
      throw faultAt("unprocessable", "timeZone", "the database does not know this time zone; choose a city of the same zone");
    const changes = Object.entries(stated).filter(([name, value]) => before[name as keyof typeof stated] !== value);
    if (changes.length > 0) {
      await db.organizations.update(stated);
      await db.audit.append(actor, {
        action: "organization.update",
        target: `organization ${stated.name}`,
        detail: Object.fromEntries(changes.map(([name, value]) => [name, { before: before[name as keyof typeof stated], after: value }])),
      });
    }
    return { ...before, ...stated, currencyInUse };
  },
});

function requireActive(currency: string): void {
  const checked = CurrencyCode.safeParse(currency);
  if (!checked.success) throw faultAt("invalid_input", "currency", checked.error.issues[0]?.message ?? "not a currency");
}
