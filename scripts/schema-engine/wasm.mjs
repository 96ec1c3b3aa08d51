// Loads @prisma/schema-engine-wasm and opens the engine on a database.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { migrationDriver } from "./migration-driver.mjs";

let panic;
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  set_message: (message) => {
    panic = message;
  },
  get: () => panic,
};
/** What the engine said when it last broke down, or undefined. */
export const lastPanic = () => panic;

async function load() {
  const file = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings;
}

export const engineVersion = async () => (await load()).version();

/** The engine on the database at `url`, knowing the schema files at `datamodels`. */
export async function openEngine(url, datamodels) {
  const { SchemaEngine } = await load();
  const files = datamodels.map((file) => [file, readFileSync(file, "utf8")]);
  const ignoreLogs = () => undefined;
  return SchemaEngine.new(
    { datamodels: files.length > 0 ? files : undefined },
    ignoreLogs,
    bindMigrationAwareSqlAdapterFactory(migrationDriver(url)),
  );
}
