import type { FundRefusal } from "@/lib/contracts/fund-refusal";
import type { FundRow } from "@/lib/db/funds";
import type { ScopedDb } from "@/lib/db/scoped";
import { AppError } from "@/lib/errors";
import { fundNameDto } from "./fund-dto";

/** @throws AppError not_found */
export async function requireFund(db: ScopedDb, number: number): Promise<FundRow> {
  return found(await db.funds.find(number), number);
}

/** The fund, held until the transaction ends. @throws AppError not_found, and conflict when it is no draft */
export async function lockDraft(db: ScopedDb, number: number): Promise<FundRow> {
  const fund = found(await db.funds.lock(number), number);
  if (fund.status !== "draft") throw wrongStatus(fund);
  return fund;
}

/** Whoever changes a fund as a whole must have seen its last revision. @throws AppError conflict */
export function requireRevision(fund: FundRow, seen: number): void {
  if (fund.revision !== seen)
    throw new AppError("conflict", `Somebody changed fund ${fund.number} after you opened it. Nothing was changed: reload, and look at it again.`, {
      ...({ code: "fund_changed", about: fundNameDto(fund) } satisfies FundRefusal),
      revision: fund.revision,
    });
}

/** What cannot be done to a fund in its present state. */
export function wrongStatus(fund: FundRow): AppError {
  const { status, submittedBy, approvedBy } = fund;
  const by = { draft: null, submitted: submittedBy, approved: approvedBy, discarded: null }[status];
  const refusal: FundRefusal = { code: "wrong_status", about: fundNameDto(fund), status, by };
  return new AppError("conflict", `${STATES[status](fund)} Nothing was changed.`, refusal);
}

const STATES = {
  draft: ({ number }: FundRow) => `Fund ${number} is a draft: it was not submitted, or was returned.`,
  submitted: ({ number, submittedBy }: FundRow) =>
    `Fund ${number} was submitted by ${submittedBy} and waits for approval: it must be returned before anything in it can change.`,
  approved: ({ number, approvedBy }: FundRow) => `Fund ${number} was approved by ${approvedBy} and is locked.`,
  discarded: ({ number }: FundRow) => `Fund ${number} was discarded.`,
} as const;

function found(fund: FundRow | null, number: number): FundRow {
  if (fund === null) throw new AppError("not_found", `There is no fund ${number}.`);
  return fund;
}
