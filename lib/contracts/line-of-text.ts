import { z } from "zod";

// C0, DEL and C1, line separators, and the marks that reorder what a person sees.
const UNSEEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Words of one line as a person types them, without what cannot be seen. */
export function lineOfText(most: number) {
  return z
    .string()
    .trim()
    .min(1, "say something here")
    .max(most, `use at most ${most} characters`)
    .refine((text) => !UNSEEN.test(text), "there is a line break or another character that cannot be seen: remove it");
}
