import "server-only";
import { AppError } from "@/lib/errors";

/** The answer, or why it cannot be given for what is stored now: a sentence to show in its place. */
export async function orReason<T>(answer: Promise<T>): Promise<{ readonly answer: T } | { readonly reason: string }> {
  try {
    return { answer: await answer };
  } catch (error) {
    if (error instanceof AppError && error.code === "unprocessable") return { reason: error.message };
    throw error;
  }
}
