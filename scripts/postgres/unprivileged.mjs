// PostgreSQL refuses to run as root, so for root its programs are started as somebody else:
// 1. as `nobody`, where that user can reach both the programs and the data folder;
// 2. else (a checkout under /root) in a user namespace, in which root is an ordinary user to PostgreSQL.
import { spawnSync } from "node:child_process";
import { chownSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";

const NOBODY = 65534;
const NAMESPACE = ["--user", "--map-user=1000", "--map-group=1000"];

/** How to run a PostgreSQL program on `dataDir`: `command(program, args)` gives the file and arguments, `options` go to spawn. */
export function unprivileged(binaries, dataDir) {
  const asMyself = { command: (program, args) => [program, args], options: {} };
  if (process.platform === "win32" || process.getuid() !== 0) return asMyself;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const owner = statSync(dataDir).uid;
  const uid = owner === 0 ? NOBODY : owner;
  const user = { uid, gid: uid, cwd: "/" };
  const canRun = spawnSync(binaries.initdb, ["--version"], user).status === 0 && reachableByAll(dataDir);
  if (canRun && owner === 0 && !existsSync(path.join(dataDir, "PG_VERSION"))) chownSync(dataDir, uid, uid);
  if (canRun && statSync(dataDir).uid === uid) return { ...asMyself, options: user };
  if (spawnSync("unshare", [...NAMESPACE, "true"]).status === 0) {
    return { command: (program, args) => ["unshare", [...NAMESPACE, program, ...args]], options: { cwd: "/" } };
  }
  throw new Error(
    `PostgreSQL cannot run as root, and no other user can reach ${dataDir}. ` +
      "Run as an ordinary user, move the project to a folder that everybody can enter, or set DATABASE_URL.",
  );
}

function reachableByAll(dir) {
  for (let at = path.dirname(dir); at !== path.dirname(at); at = path.dirname(at)) {
    if (!(statSync(at).mode & constants.S_IXOTH)) return false;
  }
  return true;
}
