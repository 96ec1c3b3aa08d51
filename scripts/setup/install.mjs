// Brings node_modules in line with package-lock.json. Uses nothing but Node: it runs before anything is installed.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../db-url.mjs";
import { exclusively } from "./exclusive.mjs";
import { runNpm } from "./processes.mjs";
import { step } from "./step.mjs";

const WANTED = path.join(projectRoot, "package-lock.json");
const INSTALLED = path.join(projectRoot, "node_modules", ".package-lock.json"); // npm's own record of what it installed

/** @throws Error when this Node is too old or too odd to run the application. */
export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const ok = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  if (!ok) throw new Error(`Node ${process.versions.node} cannot run Tierline. Install Node 20.19, 22.12 or 24, or anything newer than 24.`);
}

export async function installPackages() {
  if (isInstalled()) return;
  await exclusively(path.join(projectRoot, ".data", "install.lock"), async () => {
    if (!isInstalled()) await step("Installing packages", install);
  });
}

function isInstalled() {
  if (!existsSync(INSTALLED)) return false;
  const wanted = packagesIn(WANTED);
  const installed = packagesIn(INSTALLED);
  return Object.entries(wanted).every(([place, entry]) => {
    const found = installed[place];
    if (place === "" || (!found && (entry.optional || entry.peer))) return true; // optional: often another platform's
    return found?.version === entry.version;
  });
}

const packagesIn = (file) => JSON.parse(readFileSync(file, "utf8")).packages;

async function install() {
  process.chdir(projectRoot);
  const exact = await runNpm(["ci", "--include=dev", "--include=optional"]);
  if (exact.ok) return;
  if (!/in sync|EUSAGE/.test(exact.output))
    throw new Error(`npm ci failed. Mend what it says below (often the network or the registry), then run this again.\n${exact.output}`);
  process.stdout.write("package-lock.json does not match package.json, installing without it … ");
  const loose = await runNpm(["install", "--include=dev", "--include=optional"]);
  if (!loose.ok) throw new Error(`npm install failed. Mend what it says below, then run this again.\n${loose.output}`);
}
