// How a TypeScript entry of ours is run: `server-only` modules need the react-server condition.
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "../db-url.mjs";

export const DIE_WITH_PARENT = new URL("./die-with-parent.mjs", import.meta.url).href;

/** Arguments for `node`. Start it with an "ipc" channel, and it ends when its starter does. */
export function typescriptArguments(entry, args = []) {
  const tsx = pathToFileURL(path.join(projectRoot, "node_modules", "tsx", "dist", "loader.mjs")).href;
  return ["--conditions=react-server", "--import", DIE_WITH_PARENT, "--import", tsx, entry, ...args];
}

/** Where a script of the project is, or null while it is not written. */
export function scriptPath(name) {
  const file = path.join(projectRoot, name);
  return existsSync(file) ? file : null;
}
