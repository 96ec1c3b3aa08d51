import { z } from "zod";

/**
 * A metric's value or a number it is compared with. The bound leaves arithmetic room on both sides: up to here no difference,
 * square or sum over a population overflows, so no score can become infinite or not-a-number.
 */
export const MAX_QUANTITY = 1e15;
export const Quantity = z.number().min(-MAX_QUANTITY).max(MAX_QUANTITY);
export type Quantity = z.infer<typeof Quantity>;
