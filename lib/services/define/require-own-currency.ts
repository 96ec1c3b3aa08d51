import type { ScopedDb } from "@/lib/db/scoped";
import type { Program } from "@/lib/domain/define/program";
import { AppError } from "@/lib/errors";

/** A document in another currency than the organization's is refused: its amounts would be read as what they are not. */
export async function requireOwnCurrency(db: ScopedDb, { currency }: Program): Promise<void> {
  const { currency: own } = await db.organizations.get();
  if (currency === own) return;
  const instead = (await db.organizations.isCurrencyInUse()) ? "" : `, or change the organization's currency in its settings`;
  const message = `the program counts in ${currency} and the organization in ${own}: write "${own}" here and the amounts of money in ${own}${instead}`;
  throw new AppError("invalid_input", `The program cannot be used. document.currency: ${message}`, {
    issues: [{ path: "document.currency", message }],
  });
}
