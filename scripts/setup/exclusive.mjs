// One process at a time, across processes: a lock file holding the id of its owner. A dead owner's lock is taken over.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM"; // it lives, but belongs to somebody else
  }
}

/** Runs `work` while no other process runs work under the same lock file. */
export async function exclusively(lockFile, work) {
  mkdirSync(path.dirname(lockFile), { recursive: true });
  while (!takeLock(lockFile)) await sleep(100);
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function takeLock(lockFile) {
  const mine = `${lockFile}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, lockFile); // atomic, and never an empty lock file
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    removeIfAbandoned(lockFile);
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

function removeIfAbandoned(lockFile) {
  const owner = readOwner(lockFile);
  if (owner === null || isAlive(owner)) return;
  const aside = `${lockFile}.abandoned.${process.pid}`;
  try {
    renameSync(lockFile, aside);
    if (readOwner(aside) !== owner) linkSync(aside, lockFile); // somebody was quicker: that lock is alive, give it back
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function readOwner(file) {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}
