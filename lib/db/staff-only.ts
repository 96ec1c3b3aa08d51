import type { Scope } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";

/** Guards what tells of all partners at once, which a partner user never sees. @throws AppError forbidden */
export function staffOnly(scope: Scope): void {
  if (scope.partnerId !== null) throw new AppError("forbidden", "You may not see this: it concerns other partners.");
}
