import { z } from "zod";
import { UNSEEN } from "@/lib/domain/shared/unseen";

/** Words of one line as a person types them, without what cannot be seen. */
export function lineOfText(most: number) {
  return z
    .string()
    .trim()
    .min(1, "say something here")
    .max(most, `use at most ${most} characters`)
    .refine((text) => !UNSEEN.test(text), "there is a line break or another character that cannot be seen: remove it");
}
