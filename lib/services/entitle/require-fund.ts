import type { FundRow } from "@/lib/db/funds";
import type { ScopedDb } from "@/lib/db/scoped";
import { AppError } from "@/lib/errors";

/** @throws AppError not_found */
export async function requireFund(db: ScopedDb, number: number): Promise<FundRow> {
  return found(await db.funds.find(number), number);
}

/** The fund, held until the transaction ends. @throws AppError not_found, and conflict when it is no draft */
export async function lockDraft(db: ScopedDb, number: number): Promise<FundRow> {
  const fund = found(await db.funds.lock(number), number);
  if (fund.status !== "draft") throw new AppError("conflict", `${STATES[fund.status](fund)} Nothing was changed.`, { status: fund.status });
  return fund;
}

/** Whoever changes a fund as a whole must have seen its last revision. @throws AppError conflict */
export function requireRevision(fund: FundRow, seen: number): void {
  if (fund.revision !== seen)
    throw new AppError("conflict", `Somebody changed fund ${fund.number} after you opened it. Nothing was changed: reload, and look at it again.`, {
      revision: fund.revision,
    });
}

const STATES = {
  submitted: ({ number, submittedBy }: FundRow) =>
    `Fund ${number} was submitted by ${submittedBy} and waits for approval: it must be returned before anything in it can change.`,
  approved: ({ number, approvedBy }: FundRow) => `Fund ${number} was approved by ${approvedBy} and is locked.`,
  discarded: ({ number }: FundRow) => `Fund ${number} was discarded.`,
} as const;

function found(fund: FundRow | null, number: number): FundRow {
  if (fund === null) throw new AppError("not_found", `There is no fund ${number}.`);
  return fund;
}
