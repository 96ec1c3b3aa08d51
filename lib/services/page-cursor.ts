import type { z } from "zod";
import { AppError } from "@/lib/errors";

/** The place in a list after which the next page starts: opaque to callers, a key of the list's order to us. */
export function encodeCursor(key: string | number): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** The key in a cursor; null without one. @throws AppError invalid_input when it is not one of ours */
export function decodeCursor<T extends z.ZodType<string | number>>(cursor: string | undefined, key: T): z.output<T> | null {
  if (cursor === undefined) return null;
  try {
    return key.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    throw new AppError(
      "invalid_input",
      "cursor: pass back nextCursor of the page before exactly as you received it, or leave it out for the first page.",
    );
  }
}
