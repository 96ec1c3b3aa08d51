import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { PATH_HEADER, signInPath } from "@/lib/auth/return-path";
import { AppError } from "@/lib/errors";

/**
 * A service's answer for a page. What may not be seen is not found, and so is an address that cannot be read; a session that ended goes
 * to the sign-in page; the rest is the error page's.
 */
export async function forPage<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "not_found" || error.code === "forbidden" || error.code === "invalid_input") notFound();
    if (error.code === "unauthenticated") redirect(signInPath((await headers()).get(PATH_HEADER)));
    throw error;
  }
}
