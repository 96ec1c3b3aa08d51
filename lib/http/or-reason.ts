import "server-only";
import { AppError } from "@/lib/errors";

/** The answer, or why it cannot be given for what is stored now: a sentence to show in its place, and the details it is made of. */
export async function orReason<T>(
  answer: Promise<T>,
): Promise<{ readonly answer: T } | { readonly reason: string; readonly details: AppError["details"] }> {
  try {
    return { answer: await answer };
  } catch (error) {
    if (error instanceof AppError && error.code === "unprocessable") return { reason: error.message, details: error.details };
    throw error;
  }
}
