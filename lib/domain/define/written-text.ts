import { z } from "zod";
import { UNSEEN } from "../shared/unseen";

// A letter, a digit, a mark or a symbol: blanks of no width are not \s.
const SOMETHING_SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;
const SEEN_ONLY = new RegExp(`^[^${UNSEEN.source.slice(1, -1)}]*$`, "u");

/** Text of which something can be seen. */
export function writtenText(most: number) {
  return z.string().max(most).regex(SOMETHING_SEEN, "must not be empty or blank");
}

/** Such text in one line, all of which can be seen: what a part of a program is called. */
export function writtenLine(most: number) {
  return writtenText(most).regex(SEEN_ONLY, "has a line break or another character that cannot be seen: remove it");
}
