import { Actor } from "@/lib/access/actor";
import type { OrganizationEntry } from "@/lib/db/organization-directory";
import { AppError } from "@/lib/errors";

/** Who acts in which organization; `orgId` is for what runs below the services. */
export type Session = { readonly actor: Actor; readonly orgId: number };

/**
 * Opens the database, acts in one organization (by name or id; without either in the only one) and closes the database again.
 * @throws AppError unavailable without a database, not_found for an unknown organization, invalid_input when the choice is not clear
 */
export async function inOrganization<T>(wanted: string | undefined, work: (session: Session) => Promise<T>): Promise<T> {
  if (!process.env.DATABASE_URL) throw new AppError("unavailable", "There is no database yet. Run `npm start` once, or set DATABASE_URL.");
  const { listOrganizations } = await import("@/lib/db/organization-directory");
  const { closeDatabase } = await import("@/lib/db/client");
  try {
    const { id } = choose(await listOrganizations(), wanted);
    return await work({ actor: Actor.system(id, "command line"), orgId: id });
  } finally {
    await closeDatabase();
  }
}

export function choose(organizations: readonly OrganizationEntry[], wanted: string | undefined): OrganizationEntry {
  const known = organizations.map(({ id, name }) => `${id} "${name}"`).join(", ") || "none";
  const found = organizations.filter(({ id, name }) => wanted === undefined || name === wanted || String(id) === wanted);
  const [only, another] = found;
  if (only === undefined)
    throw new AppError(
      "not_found",
      wanted === undefined ? "There is no organization yet. Run `npm start` once." : `There is no organization "${wanted}". Known: ${known}.`,
    );
  if (another !== undefined) throw new AppError("invalid_input", `Say which organization is meant with --org and its name or id. Known: ${known}.`);
  return only;
}
