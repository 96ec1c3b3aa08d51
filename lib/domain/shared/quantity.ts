import { z } from "zod";
import { MAX_QUANTITY } from "./max-quantity";

/** A metric's value or a number it is compared with. */
export const Quantity = z.number().min(-MAX_QUANTITY).max(MAX_QUANTITY);
export type Quantity = z.infer<typeof Quantity>;
