import { z } from "zod";

/** An amount in minor units of its currency (cents, yen, fils): a whole number that JavaScript can hold exactly. */
export const Minor = z.int().brand<"Minor">();
export type Minor = z.infer<typeof Minor>;

/** A rate in basis points: 10,000 is the whole. */
export const Bps = z.int().min(0).brand<"Bps">();
export type Bps = z.infer<typeof Bps>;
