import { AppError } from "@/lib/errors";
import { Prisma } from "./generated/prisma/client";

/** Turns what the database refused into an AppError where the caller can act on it; anything else comes back as it was. */
export function databaseError(error: unknown): unknown {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    if (error.code === "P2002")
      return new AppError("conflict", "This already exists. Someone may have created it at the same moment: reload and look.");
    if (error.code === "P2003")
      return new AppError("conflict", "Something else still refers to this, or what it refers to is gone. Reload and look.");
    if (error.code === "P2025") return new AppError("not_found", "This does not exist, or you may not see it.");
    if (error.code === "P2034") return busy();
    if (error.code === "P2024" || error.code === "P2028") return new AppError("unavailable", "The database is busy. Try again in a moment.");
  }
  if (isWriteConflict(error)) return busy();
  return error;
}

function busy(): AppError {
  return new AppError("conflict", "Someone changed the same thing at the same moment. Reload and try again.");
}

/** Raw SQL reports a lost race as the driver's error: bare, or within one of Prisma's that names no code of its own for it. */
function isWriteConflict(error: unknown): boolean {
  const driverError = error instanceof Prisma.PrismaClientKnownRequestError ? error.meta?.driverAdapterError : error;
  if (typeof driverError !== "object" || driverError === null || !("cause" in driverError)) return false;
  const { cause } = driverError;
  return typeof cause === "object" && cause !== null && "kind" in cause && cause.kind === "TransactionWriteConflict";
}
