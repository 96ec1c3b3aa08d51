#!/usr/bin/env node
// Completes package-lock.json after `npm install` behind a registry mirror that lacks other platforms' binaries: npm leaves them
// out of the lock file, and then `npm ci` refuses it, here and on those platforms. The entries added carry version and platform,
// but no integrity hash: that would need the file. Run it after each change of dependencies: `node scripts/fix-lock.mjs`.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "./db-url.mjs";

const LOCK = path.join(projectRoot, "package-lock.json");
const SYSTEMS = { darwin: "darwin", win32: "win32", windows: "win32", linux: "linux", linuxmusl: "linux", android: "android", freebsd: "freebsd" };
const MORE_SYSTEMS = ["netbsd", "openbsd", "sunos", "aix", "openharmony"];
const PROCESSORS = ["arm64", "x64", "ia32", "arm", "riscv64", "ppc64", "s390x", "loong64", "mips64el", "wasm32"];

/** Optional dependencies without an entry: `{ from, name, version, place }`, `place` being where the entry belongs. */
export function missingEntries(packages) {
  const missing = [];
  for (const [from, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      const found = nearest(packages, from, name);
      const exact = /^\d/.test(range);
      if (found && !(exact && found.version !== range)) continue; // npm itself checks a range against what it found
      missing.push({ from, name, version: range.replace(/^[\^~]/, ""), place: found ? `${from}/node_modules/${name}` : `node_modules/${name}` });
    }
  }
  return missing;
}

/** As Node resolves it: the nearest node_modules upward. */
function nearest(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    const found = packages[`${at ? `${at}/` : ""}node_modules/${name}`];
    if (found || !at) return found;
  }
}

/** `os`, `cpu` and `libc` as npm's lock file says them, read from a name like "@img/sharp-linuxmusl-arm64". */
export function platformOf(name) {
  const words = name === "fsevents" ? ["darwin"] : name.split(/[-/_]/);
  const os = words.map((word) => SYSTEMS[word] ?? (MORE_SYSTEMS.includes(word) ? word : null)).filter(Boolean);
  const cpu = words.filter((word) => PROCESSORS.includes(word));
  const libc = words.some((word) => word.endsWith("musl")) ? ["musl"] : words.some((word) => word.startsWith("gnu")) ? ["glibc"] : [];
  return Object.fromEntries(Object.entries({ cpu, libc, os }).filter(([, values]) => values.length > 0));
}

if (process.argv[1] === import.meta.filename) {
  const lock = JSON.parse(readFileSync(LOCK, "utf8"));
  const missing = missingEntries(lock.packages);
  for (const { from, name, version, place } of missing) {
    lock.packages[place] = { version, ...platformOf(name), ...(lock.packages[from].dev ? { dev: true } : {}), optional: true };
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(missing.length === 0 ? "package-lock.json is complete." : `Added ${missing.map(({ name }) => name).join(", ")}.`);
}
