import "server-only";
import { prisma } from "./client";

/** Whether the database answers and has been migrated. */
export async function isDatabaseReady(): Promise<boolean> {
  return prisma().$queryRaw`select from organization limit 1`.then(
    () => true,
    () => false,
  );
}
