import { z } from "zod";
import { Minor } from "@/lib/domain/shared/minor";
import { FundPeriod, FundStatus } from "./fund";

/** What a fund is known by to people. */
export const FundName = z.object({ number: z.number().int(), benefit: z.string(), period: FundPeriod });
export type FundName = z.infer<typeof FundName>;

const about = { about: FundName };
const currency = { currency: z.string() };

/** Why something was not done to a fund: the `details` of the refusal. Money in minor units of `currency`. */
export const FundRefusal = z.discriminatedUnion("code", [
  z.object({ code: z.literal("period_has_fund"), ...about }),
  z.object({ code: z.literal("budget_too_small"), ...currency, needed: Minor, budget: Minor }),
  z.object({ code: z.literal("adjusted_above_budget"), ...currency, needed: Minor, budget: Minor }),
  /** `left`: of the whole budget; `most`: what this partner can have with what it has. */
  z.object({ code: z.literal("above_budget"), ...about, ...currency, partner: z.string(), left: Minor, most: Minor }),
  /** `by` is null when the amount is the proposed one. */
  z.object({ code: z.literal("allocation_changed"), ...currency, partner: z.string(), amount: Minor, by: z.string().nullable() }),
  z.object({ code: z.literal("fund_changed"), ...about }),
  /** `by`: who submitted or approved it. */
  z.object({ code: z.literal("wrong_status"), ...about, status: FundStatus, by: z.string().nullable() }),
  z.object({ code: z.literal("own_fund"), ...about }),
]);
export type FundRefusal = z.infer<typeof FundRefusal>;
