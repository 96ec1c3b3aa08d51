import { z } from "zod";
import type { Benefit, Grant } from "../define/benefit";

/** A grant read in its benefit's own unit: money in major units, a rate in basis points, a level by its name. */
export const GrantValue = z.discriminatedUnion("type", [
  z.object({ type: z.literal("amount"), amount: z.number(), per: z.enum(["quarter", "year", "activity"]) }),
  z.object({ type: z.literal("rate"), bps: z.number() }),
  z.object({ type: z.literal("time"), within: z.number(), unit: z.enum(["hours", "days"]) }),
  z.object({ type: z.literal("level"), level: z.string() }),
  z.object({ type: z.literal("included") }),
]);
export type GrantValue = z.infer<typeof GrantValue>;

/** null for nothing granted, and for a grant that is not the benefit's, which keeps a program from being published. */
export function grantValue(benefit: Benefit, grant: Grant): GrantValue | null {
  switch (benefit.type) {
    case "amount":
      return typeof grant === "number" ? { type: "amount", amount: grant, per: benefit.per } : null;
    case "rate":
      return typeof grant === "number" ? { type: "rate", bps: grant } : null;
    case "time":
      return typeof grant === "number" ? { type: "time", within: grant, unit: benefit.unit } : null;
    case "level": {
      const level = benefit.levels.find(({ key }) => key === grant);
      return level === undefined ? null : { type: "level", level: level.name };
    }
    case "included":
      return grant === true ? { type: "included" } : null;
  }
}
