// The Prisma client and the database schema, both brought up to date with prisma/.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../db-url.mjs";
import { exclusively } from "./exclusive.mjs";
import { mustRunNode } from "./processes.mjs";
import { step } from "./step.mjs";

const PRISMA = path.join(projectRoot, "node_modules", "prisma", "build", "index.js");
const CLIENT = path.join(projectRoot, "lib", "db", "generated");
const STAMP = path.join(CLIENT, "made-from");

/** Runs `prisma generate` when the schema or Prisma changed since the last time. */
export async function generateClient() {
  const stamp = createHash("sha256");
  for (const file of ["prisma/schema.prisma", "node_modules/prisma/package.json"]) stamp.update(readFileSync(path.join(projectRoot, file)));
  const wanted = stamp.digest("hex");
  const isCurrent = () => existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted;
  if (isCurrent()) return;
  await exclusively(path.join(projectRoot, ".data", "generate.lock"), async () => {
    if (isCurrent()) return;
    await step("Generating the database client", () => prisma(["generate"], {}));
    mkdirSync(CLIENT, { recursive: true });
    writeFileSync(STAMP, wanted);
  });
}

/** Applies the migrations that the database does not have. `owner`: URL of the role that owns the tables. */
export const migrate = (owner) => prisma(["migrate", "deploy"], { DATABASE_URL: owner, MIGRATE_DATABASE_URL: owner });

async function prisma(args, env) {
  await mustRunNode(`prisma ${args.join(" ")}`, [PRISMA, ...args], { env, cwd: projectRoot });
}
