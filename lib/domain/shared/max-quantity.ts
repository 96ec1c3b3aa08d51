/**
 * The bound of a metric's value, or of a number it is compared with. It leaves arithmetic room on both sides: up to here no difference,
 * square or sum over a population overflows, so no score can become infinite or not-a-number.
 */
export const MAX_QUANTITY = 1e15;
