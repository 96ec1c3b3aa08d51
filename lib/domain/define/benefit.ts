import { z } from "zod";
import { Quantity } from "../shared/quantity";
import { Key } from "./metric";
import { LIMITS } from "./program-limits";

/** What channel programs grant their tiers; `other` is the manufacturer's own. */
export const BenefitKind = z.enum([
  "mdf",
  "coOp",
  "rebate",
  "dealRegistration",
  "leadRouting",
  "conciergeSupport",
  "enablement",
  "coMarketing",
  "other",
]);
export type BenefitKind = z.infer<typeof BenefitKind>;

const Level = z.strictObject({ key: Key, name: z.string().min(1).max(60) });

const described = {
  key: Key,
  name: z.string().min(1).max(120),
  kind: BenefitKind,
  /** What the manufacturer expects of granting it. */
  outcome: z.string().min(1).max(500),
  /** Who answers for it: a person or a team. */
  owner: z.string().min(1).max(120),
};
/** The least and the most that the matrix may grant; a grant outside is a contradiction. */
const limits = { limits: z.strictObject({ least: Quantity.min(0), most: Quantity.min(0) }).optional() };

/**
 * One benefit of the catalogue and what a grant of it is:
 * - `amount`: money in major units of the program's currency, for each period or activity;
 * - `rate`: basis points of revenue;
 * - `time`: whole hours or days within which the manufacturer acts; less is better;
 * - `level`: one of the levels, which are listed from the least to the most;
 * - `included`: granted or not.
 */
export const Benefit = z.discriminatedUnion("type", [
  z.strictObject({ ...described, type: z.literal("amount"), per: z.enum(["quarter", "year", "activity"]), ...limits }),
  z.strictObject({ ...described, type: z.literal("rate"), ...limits }),
  z.strictObject({ ...described, type: z.literal("time"), unit: z.enum(["hours", "days"]), ...limits }),
  z.strictObject({ ...described, type: z.literal("level"), levels: z.array(Level).min(2).max(LIMITS.levels) }),
  z.strictObject({ ...described, type: z.literal("included") }),
]);
export type Benefit = z.infer<typeof Benefit>;

/** What a tier is granted of a benefit: a number of its unit, the key of a level, or that it is included; null when it is not granted. */
export const Grant = z.union([Quantity.min(0), Key, z.literal(true), z.null()]);
export type Grant = z.infer<typeof Grant>;

/** The catalogue and the matrix tier × benefit by their keys. The matrix is total: every cell is stated, also where it grants nothing. */
export const Entitlements = z.strictObject({
  benefits: z.array(Benefit).min(1).max(LIMITS.benefits),
  grants: z.record(Key, z.record(Key, Grant)),
});
export type Entitlements = z.infer<typeof Entitlements>;
