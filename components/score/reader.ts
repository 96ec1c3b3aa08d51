/** Whom a page speaks to: the partner itself is "you", to staff it has its name. */
export type Reader = "partner" | "staff";
