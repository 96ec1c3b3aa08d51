import "server-only";
import { countAttempt } from "@/lib/db/sign-in-throttle";
import { AppError } from "@/lib/errors";

/** Counts an attempt at something by whoever `who` names. @throws AppError too_many_requests once there have been more than `most` in a quarter of an hour */
export async function throttle(door: "invitation" | "password" | "sign_up", who: string, most: number): Promise<void> {
  const attempts = await countAttempt(`${door}:${who.slice(0, 128)}`);
  if (attempts > most) throw new AppError("too_many_requests", "Too many attempts. Wait a quarter of an hour and try again.");
}
