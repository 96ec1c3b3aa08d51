import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";
import { databaseUrls, loadDotEnv } from "./scripts/db-url.mjs";

loadDotEnv();

// No engine is downloaded: the command line talks to the WebAssembly schema engine from npm. Windows cannot start a script by
// its shebang line, so there Prisma fetches its own engine.
if (process.platform !== "win32") {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL("./scripts/schema-engine.mjs", import.meta.url));
}
process.env.CHECKPOINT_DISABLE ??= "1"; // no telemetry call

const url = databaseUrls()?.owner;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  ...(url ? { datasource: { url } } : {}), // `prisma generate` needs no database
});
