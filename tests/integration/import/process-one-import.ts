// A worker of one import: `process-one-import.ts <organization> <number>`.
import { Actor } from "@/lib/access/actor";
import { closeDatabase } from "@/lib/db/client";
import { processImport } from "@/lib/services/measure/process-import";

const [orgId, batch] = process.argv.slice(2).map(Number);
await processImport(Actor.system(orgId ?? 0, "import worker"), { batch: batch ?? 0 });
await closeDatabase();
