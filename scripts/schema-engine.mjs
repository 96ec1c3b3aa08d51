#!/usr/bin/env node
// Stands in for Prisma's native `schema-engine`, which the Prisma command line would download. It speaks the same line-delimited
// JSON-RPC on stdin and stdout, and runs the same engine compiled to WebAssembly, from npm, over the `pg` driver.
// Selected by PRISMA_SCHEMA_ENGINE_BINARY in prisma.config.ts.
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { canConnect, connectionError, createDatabase, execute } from "./schema-engine/database.mjs";
import { dropShadowDatabases } from "./schema-engine/migration-driver.mjs";
import { engineVersion, lastPanic, openEngine } from "./schema-engine/wasm.mjs";

const INTERNAL_ERROR = 4466; // what the native engine answers for every failure; the cause is in `data`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { datamodels: { type: "string", multiple: true }, datasource: { type: "string" }, version: { type: "boolean" } },
});
const { url, shadowDatabaseUrl } = values.datasource ? JSON.parse(values.datasource) : {};
if (shadowDatabaseUrl) throw new Error("shadowDatabaseUrl is not supported here; give the migrating role CREATEDB instead");

if (values.version) console.log(`schema-engine-wasm ${await engineVersion()}`);
else if (positionals[0] === "cli") await runCommand(positionals[1]);
else await serve();

async function runCommand(name) {
  try {
    if (name === "can-connect-to-database") await canConnect(url);
    else if (name === "create-database") await createDatabase(url);
    else throw new Error(`unknown command ${name}`);
  } catch (error) {
    const { code, message } = connectionError(url, error);
    const fields = { message, error_code: code, is_panic: false };
    process.stderr.write(`\n${JSON.stringify({ timestamp: new Date().toISOString(), level: "ERROR", fields, target: "schema_engine::logger" })}\n`);
    process.exitCode = 1;
  }
}

async function serve() {
  let engine;
  const methods = {
    createDatabase: () => createDatabase(url),
    dbExecute: ({ script }) => execute(url, script),
  };

  async function call(method, params) {
    if (methods[method]) return methods[method](params);
    engine ??= await openEngine(url, values.datamodels ?? []);
    if (method === "getDatabaseVersion") return engine.version(params ?? null);
    if (typeof engine[method] !== "function") throw new Error(`the WebAssembly schema engine has no method ${method}`);
    return (await engine[method](params)) ?? null;
  }

  async function answer({ id, method, params }) {
    try {
      const result = await call(method, params);
      if (method === "diff" && result?.stdout != null) {
        send({ jsonrpc: "2.0", id: 1, method: "print", params: { content: result.stdout } });
        result.stdout = null;
      }
      send({ jsonrpc: "2.0", id, result });
    } catch (error) {
      send({ jsonrpc: "2.0", id, error: rpcError(error) });
    }
  }

  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const message = line.trim() ? JSON.parse(line) : {};
    if (message.method) await answer(message);
  }
  await dropShadowDatabases(url);
  process.exit(0); // the engine keeps its connections open
}

function send(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

function rpcError(error) {
  const text = lastPanic() ?? (typeof error === "string" ? error : (error?.message ?? String(error)));
  const known = parseOrNull(text);
  const data =
    error?.name === "UserFacingError" || known?.error_code
      ? { is_panic: false, ...(known ?? { message: text, error_code: error.code, meta: error.meta }) }
      : { is_panic: false, message: text, backtrace: error?.stack ?? null };
  return { code: INTERNAL_ERROR, message: "An error happened. Check the data field for details.", data };
}

function parseOrNull(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
