// The stages of `npm test`, in the order in which they find faults cheapest. Each returns what passed and failed.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { projectRoot } from "../db-url.mjs";
import { appEnvironment } from "../setup/app-env.mjs";
import { build, isBuilt, NEXT } from "../setup/build.mjs";
import { mustRunNode, runNode } from "../setup/processes.mjs";
import { generateClient } from "../setup/schema.mjs";
import { step } from "../setup/step.mjs";
import { runEndToEnd } from "./e2e.mjs";
import { add, FAILED, NOTHING, PASSED, tallyVitest } from "./tally.mjs";
import { testHome } from "./template-database.mjs";

const DIST_DIR = ".next-test"; // never the build that a running application serves
const NO_DATABASE = "postgresql://nobody@127.0.0.1:1/none"; // a build must not need one

const inModules = (...parts) => path.join(projectRoot, "node_modules", ...parts);
const BIOME = inModules("@biomejs", "biome", "bin", "biome");
const TSC = inModules("typescript", "bin", "tsc");
const VITEST = inModules("vitest", "vitest.mjs");

const STAGES = {
  lint: () => check("Lint and layer rules", () => mustRunNode("biome check", [BIOME, "check", "--error-on-warnings", "."], { cwd: projectRoot })),
  types: () => check("Types", checkTypes),
  unit: () => vitest("unit"),
  architecture: () => vitest("architecture"),
  integration: () => vitest("integration"),
  build: () => check("Production build", buildForTests),
  system: () => onTheBuild(() => vitest("system")),
  e2e: () => onTheBuild(() => withReportFile((reportFile) => runEndToEnd(DIST_DIR, reportFile))),
};
export const STAGE_NAMES = Object.keys(STAGES);

/** Runs the named stages in order, all of them also when one fails. */
export async function runStages(names) {
  await generateClient();
  let total = NOTHING;
  for (const name of STAGE_NAMES) {
    if (names.includes(name)) total = add(total, await STAGES[name]());
  }
  return total;
}

/** A stage that is one yes or no. */
async function check(label, work) {
  try {
    await step(label, work);
    return PASSED;
  } catch (error) {
    console.error(error.message);
    return FAILED;
  }
}

async function checkTypes() {
  rmSync(path.join(projectRoot, ".next", "dev", "types"), { recursive: true, force: true }); // a development server's: of pages that may be gone
  await mustRunNode("next typegen", [NEXT, "typegen"], { cwd: projectRoot });
  // Its memory of an earlier run does not notice a route that was added: a route's type is declared for a module of a package.
  await mustRunNode("tsc", [TSC, "--noEmit", "--incremental", "false"], { cwd: projectRoot });
}

function vitest(project) {
  return withReportFile(async (reportFile) => {
    const args = ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
    const { ok } = await runNode([VITEST, ...args], { env: { CI: "1" }, cwd: projectRoot, show: true }); // CI: no snapshot is made up
    return tallyVitest(reportFile, ok);
  });
}

function buildForTests() {
  return build(DIST_DIR, appEnvironment({ urls: { app: NO_DATABASE }, home: testHome, port: 3000 }));
}

/** A stage that runs the built application. */
async function onTheBuild(work) {
  try {
    if (!isBuilt(DIST_DIR)) await step("Building the application", buildForTests);
    return await work();
  } catch (error) {
    console.error(error.message);
    return FAILED;
  }
}

async function withReportFile(work) {
  const folder = mkdtempSync(path.join(tmpdir(), "tierline-report-"));
  try {
    return await work(path.join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
