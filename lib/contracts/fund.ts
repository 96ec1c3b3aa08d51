import { z } from "zod";
import { FundRule } from "@/lib/domain/define/fund";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { Minor } from "@/lib/domain/shared/minor";
import { PartnerCode, Ref } from "./page";
import { ProgramKey } from "./program";
import { RowNumber } from "./row-number";
import { RegionChoice } from "./standings";

/** Money is in minor units of the fund's currency throughout. */

export const FundStatus = z.enum(["draft", "submitted", "approved", "discarded"]);
export type FundStatus = z.infer<typeof FundStatus>;

/** A fiscal quarter, or a fiscal year where `quarter` is null; `until` is the first day after it. */
export const FundPeriod = z.object({ from: z.string(), until: z.string(), year: z.number().int(), quarter: z.number().int().nullable() });
export type FundPeriod = z.infer<typeof FundPeriod>;

/** The budget of a benefit for a period, and how much of it is allocated. */
export const Fund = z.object({
  number: z.number().int(),
  status: FundStatus,
  program: z.object({ key: z.string(), name: z.string(), version: z.number().int() }),
  benefit: Ref,
  period: FundPeriod,
  currency: z.string(),
  /** The published run that the proposal follows from. */
  run: z.object({ number: z.number().int(), asOf: z.string() }),
  budget: Minor,
  allocated: Minor,
  unallocated: Minor,
  /** How many take part, and how many of them were adjusted. */
  partners: z.number().int(),
  adjusted: z.number().int(),
  /** Rises with every change; whoever changes or approves names the one that was seen. */
  revision: z.number().int(),
  createdBy: z.string(),
  createdAt: z.string(),
  submittedBy: z.string().nullable(),
  submittedAt: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: z.string().nullable(),
});
export type Fund = z.infer<typeof Fund>;

/** A benefit whose budget can be set, with the periods that have no fund yet. */
export const FundStart = z.object({
  benefit: Ref,
  /** What the matrix promises the partners of the run: the budget must cover it. */
  promised: Minor,
  partners: z.number().int(),
  periods: z.array(FundPeriod),
});
export type FundStart = z.infer<typeof FundStart>;

export const FundList = z.object({
  /** Newest period first. */
  items: z.array(Fund),
  /** What a new fund can be for, by the program's last published run; null while none is published. */
  start: z
    .object({
      run: z.number().int(),
      asOf: z.string(),
      program: z.string(),
      version: z.number().int(),
      currency: z.string(),
      benefits: z.array(FundStart),
    })
    .nullable(),
  mayAllocate: z.boolean(),
});
export type FundList = z.infer<typeof FundList>;

export const FundsQuery = z.strictObject({ program: ProgramKey });
export const FundRef = z.strictObject({ fund: RowNumber });

const Budget = Minor.min(0).max(1e14);
const Revision = z.number().int().min(1);

export const ProposeFund = z.strictObject({
  program: ProgramKey,
  benefit: z.string().min(1).max(64),
  /** First day of the quarter or year. */
  periodFrom: IsoDate,
  budget: Budget,
});

/** Proposes anew, from the program's last published run; adjusted amounts stay as they are. */
export const ChangeBudget = FundRef.extend({ budget: Budget, revision: Revision });

export const REASON_MIN_LENGTH = 3;
export const REASON_WORDS = `give a reason of at least ${REASON_MIN_LENGTH} characters`;
export const Reason = z.string().trim().min(REASON_MIN_LENGTH, REASON_WORDS).max(500);

export const AdjustAllocation = FundRef.extend({
  partner: PartnerCode,
  amount: Budget,
  /** Not needed for going back to the proposed amount. */
  reason: z.string().trim().max(500).default(""),
  /** Of the allocation that was seen. */
  revision: Revision,
});

export const SettleFund = FundRef.extend({ revision: Revision });
export const ReturnFund = FundRef.extend({ reason: Reason });

export const AllocationSort = z.enum(["name", "tier", "score", "revenue", "proposed", "amount", "change"]);
export type AllocationSort = z.infer<typeof AllocationSort>;

/** What narrows a fund's allocations; an absent field does not. */
export const AllocationFilter = FundRef.extend({
  search: z.string().max(100).optional(),
  tier: z.string().max(64).optional(),
  region: z.string().max(64).optional(),
  adjusted: z.union([z.boolean(), z.stringbool()]).optional(),
  bound: z.enum(["floor", "cap"]).optional(),
  sort: AllocationSort.default("amount"),
  direction: z.enum(["asc", "desc"]).default("desc"),
});
export type AllocationFilter = z.infer<typeof AllocationFilter>;

export const ALLOCATIONS_PAGE_SIZE = 50;
/** Everything the page of a fund keeps in its URL. */
export const FundPageQuery = AllocationFilter.extend({ page: z.coerce.number().int().min(1).max(100_000).default(1) });
export type FundPageQuery = z.infer<typeof FundPageQuery>;

export const Allocation = z.object({
  partner: Ref,
  region: Ref,
  tier: z.string(),
  tierName: z.string(),
  /** An override pinned the tier in the fund's run. */
  overridden: z.boolean(),
  score: z.number().nullable(),
  revenue: Minor.nullable(),
  base: Minor,
  floor: Minor,
  cap: Minor.nullable(),
  /** The bound that decided the proposal; null where the rule did. */
  bound: z.enum(["floor", "cap"]).nullable(),
  proposed: Minor,
  amount: Minor,
  /** Why the amount is not the proposed one, and who said so; null when it is. */
  reason: z.string().nullable(),
  adjustedBy: z.string().nullable(),
  /** In the approved fund of the period before; null without one. A partner that had no part in it had 0. */
  previous: Minor.nullable(),
  /** Share of a major unit of revenue; null without revenue. */
  perRevenue: z.number().nullable(),
  revision: z.number().int(),
});
export type Allocation = z.infer<typeof Allocation>;

export const AllocationTotals = z.object({
  partners: z.number().int(),
  base: Minor,
  proposed: Minor,
  amount: Minor,
  revenue: Minor,
  previous: Minor.nullable(),
  perRevenue: z.number().nullable(),
});
export type AllocationTotals = z.infer<typeof AllocationTotals>;

export const FundChange = z.object({
  kind: z.enum(["proposed", "adjusted", "submitted", "returned", "approved", "discarded"]),
  /** Of an adjustment. */
  partner: Ref.nullable(),
  /** Of an adjustment the amount, of a proposal the budget; null where there was none. */
  before: Minor.nullable(),
  after: Minor.nullable(),
  reason: z.string().nullable(),
  by: z.string(),
  at: z.string(),
});
export type FundChange = z.infer<typeof FundChange>;

export const FUND_CHANGES_SHOWN = 50;

export const FundPage = z.object({
  fund: Fund,
  rule: FundRule,
  /** What the rule counts as revenue, by name. */
  revenueName: z.string(),
  /** Lowest first; base and bounds of those that take part. */
  tiers: z.array(z.object({ tier: z.string(), name: z.string(), base: Minor.nullable(), floor: Minor.nullable(), cap: Minor.nullable() })),
  rows: z.array(Allocation),
  page: z.number().int(),
  pages: z.number().int(),
  /** Of the filtered rows, all pages. */
  totals: AllocationTotals,
  choices: z.object({ tiers: z.array(Ref), regions: z.array(RegionChoice) }),
  /** The approved fund of the period before. */
  previous: z.object({ number: z.number().int(), period: FundPeriod }).nullable(),
  /** The last published run, when it is not the one the fund follows from. */
  newerRun: z.object({ number: z.number().int(), asOf: z.string() }).nullable(),
  /** Newest first. */
  changes: z.array(FundChange),
  /** `approve` is "own" for somebody who prepared it: another person must. */
  may: z.object({ allocate: z.boolean(), approve: z.enum(["yes", "own", "no"]) }),
});
export type FundPage = z.infer<typeof FundPage>;

export const CompareFund = FundRef.extend({ run: RowNumber });

const Side = z.object({ partners: z.number().int(), amount: Minor });

/** The fund's budget by its own run and by another, both as proposed: what the other would move. */
export const FundComparison = z.object({
  fund: Fund,
  other: z.object({ run: z.number().int(), asOf: z.string(), status: z.enum(["draft", "published", "discarded"]), program: z.number().int() }),
  /** Highest tier of either version first. */
  tiers: z.array(z.object({ tier: z.string(), name: z.string(), before: Side, after: Side })),
  unallocated: z.object({ before: Minor, after: Minor }),
  /** The largest changes, at most FUND_MOVES_SHOWN of `movesTotal`. */
  moves: z.array(z.object({ partner: Ref, tierBefore: z.string().nullable(), tierAfter: z.string().nullable(), before: Minor, after: Minor })),
  movesTotal: z.number().int(),
});
export type FundComparison = z.infer<typeof FundComparison>;
export const FUND_MOVES_SHOWN = 20;

/** What one partner was allocated, newest period first; a partner user's own, of approved funds. */
export const PartnerAllocations = z.object({
  items: z.array(
    z.object({
      fund: z.number().int(),
      status: FundStatus,
      benefit: Ref,
      period: FundPeriod,
      currency: z.string(),
      amount: Minor,
    }),
  ),
});
export type PartnerAllocations = z.infer<typeof PartnerAllocations>;
export const PartnerAllocationsQuery = z.strictObject({ partner: PartnerCode });
export const OwnAllocationsQuery = z.strictObject({});
