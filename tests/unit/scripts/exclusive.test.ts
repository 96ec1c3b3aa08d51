import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { exclusively } from "../../../scripts/setup/exclusive.mjs";

const NO_SUCH_PROCESS = 2 ** 22 + 1; // above the highest process id of Linux
const folder = mkdtempSync(path.join(tmpdir(), "tierline-lock-"));
const lock = path.join(folder, "lock");
afterAll(() => rmSync(folder, { recursive: true }));

test("work under one lock never overlaps, and leaves nothing behind", async () => {
  const trace: string[] = [];
  const work = (name: string) => async () => {
    trace.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    trace.push(`${name} ends`);
  };
  await Promise.all([exclusively(lock, work("a")), exclusively(lock, work("b"))]);
  expect(trace).toEqual(["a begins", "a ends", "b begins", "b ends"]);
  expect(readdirSync(folder)).toEqual([]);
});

test("the lock is given back when the work fails", async () => {
  const failing = exclusively(lock, () => Promise.reject(new Error("no")));
  await expect(failing).rejects.toThrow("no");
  expect(readdirSync(folder)).toEqual([]);
});

test("the lock of a process that was killed is taken over", async () => {
  writeFileSync(lock, String(NO_SUCH_PROCESS));
  await expect(exclusively(lock, async () => "done")).resolves.toBe("done");
  expect(readdirSync(folder)).toEqual([]);
});
