import { z } from "zod";
import { Program } from "@/lib/domain/define/program";
import { Minor } from "@/lib/domain/shared/minor";
import { ProgramKey } from "./program";
import { RowNumber } from "./row-number";
import { Run } from "./run";

/** Absent `run`: the program's last published run. */
export const EntitlementsQuery = z.strictObject({ program: ProgramKey, run: RowNumber.optional() });
export type EntitlementsQuery = z.infer<typeof EntitlementsQuery>;

/** What the tiers of a run are granted, and what that promises. Money in minor units of the program's currency. */
export const EntitlementOverview = z.object({
  run: Run,
  /** The rules of the run's version, with catalogue and matrix. */
  document: Program,
  /** By benefit that is an amount of money; `each` is null where a tier is granted nothing. */
  promised: z.array(
    z.object({
      benefit: z.string(),
      name: z.string(),
      per: z.enum(["quarter", "year", "activity"]),
      /** Lowest first. */
      tiers: z.array(z.object({ tier: z.string(), partners: z.number().int(), each: Minor.nullable(), total: Minor })),
      total: Minor,
    }),
  ),
});
export type EntitlementOverview = z.infer<typeof EntitlementOverview>;
