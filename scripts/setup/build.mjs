// The production build, made again only when what goes into it changed.
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../db-url.mjs";
import { isAlive } from "./exclusive.mjs";
import { mustRunNode } from "./processes.mjs";

export const NEXT = path.join(projectRoot, "node_modules", "next", "dist", "bin", "next");
const GENERATED = path.join("lib", "db", "generated"); // follows from the schema
const SOURCES = [
  ...["app", "components", "lib", "public", "prisma/schema.prisma", "proxy.ts", "instrumentation.ts", "instrumentation-client.ts"],
  ...["next.config.ts", "postcss.config.mjs", "tsconfig.json", "package.json", "package-lock.json"],
];

const serversOf = (distDir) => path.join(projectRoot, distDir, "tierline-servers");
const stampOf = (distDir) => path.join(projectRoot, distDir, "tierline-build");

export function isBuilt(distDir) {
  return existsSync(stampOf(distDir)) && readFileSync(stampOf(distDir), "utf8") === sourceHash();
}

/** Notes that this process serves the build, until it ends. */
export const claimBuild = (distDir) => appendFileSync(serversOf(distDir), `${process.pid}\n`);

/** Runs `next build` into `distDir`. `env` as the running application has it. @throws Error while another process serves that build. */
export async function build(distDir, env) {
  const serving = existsSync(serversOf(distDir)) ? readFileSync(serversOf(distDir), "utf8").trim().split("\n").map(Number).filter(isAlive) : [];
  if (serving.length > 0)
    throw new Error(`The sources changed, but process ${serving.join(", ")} still serves the last build. Stop it first (Ctrl-C there).`);
  const hash = sourceHash(); // before: what changes during the build is for the next one
  await mustRunNode("next build", [NEXT, "build"], { env: { ...env, NEXT_DIST_DIR: distDir }, cwd: projectRoot });
  writeFileSync(stampOf(distDir), hash);
}

function sourceHash() {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap(filesUnder))
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(projectRoot, file)))
      .update("\0");
  return hash.digest("hex");
}

function filesUnder(place) {
  const full = path.join(projectRoot, place);
  if (place === GENERATED || !existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [place];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(path.join(place, name)));
}
