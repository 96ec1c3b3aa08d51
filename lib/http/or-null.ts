import "server-only";
import { AppError } from "@/lib/errors";

/** A service's answer, or null where there is nothing yet: for pages that have something to say then. */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
