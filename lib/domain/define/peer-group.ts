import { z } from "zod";
import { Key } from "./metric";

/** The partners of a run that are compared with each other: all of them, or those with the same value of an attribute. */
export const PeerGroup = z.union([z.literal("all"), z.strictObject({ attribute: Key })]);
export type PeerGroup = z.infer<typeof PeerGroup>;
