// The layer rules live in biome.json. A later override can switch one off without a sound; here it is heard.
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { LINT_CASES, type LintCase } from "./lint-cases";
import { projectRoot, sourceFiles } from "./source-files";

const BIOME = path.join(projectRoot, "node_modules/@biomejs/biome/bin/biome");
const Report = z.object({
  diagnostics: z.array(z.object({ category: z.string(), message: z.string(), location: z.object({ path: z.string() }).optional() })),
});

/** Lints every case in a project that has our rules and nothing else: file -> what was said about it. */
async function lint(folder: string, cases: readonly LintCase[]): Promise<Map<string, string[]>> {
  for (const shared of ["biome.json", "tools/lint"]) cpSync(path.join(projectRoot, shared), path.join(folder, shared), { recursive: true });
  for (const { file, source } of cases) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), `${source}\n`);
  }
  const args = [BIOME, "lint", "--reporter=json", "--max-diagnostics=none", "."];
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1 << 26 }, (_exitCode, stdout) => resolve(stdout)); // it fails by design
  });
  const said = new Map<string, string[]>();
  for (const { category, message, location } of Report.parse(JSON.parse(output)).diagnostics) {
    if (location === undefined) continue;
    said.set(location.path, [...(said.get(location.path) ?? []), `${category}: ${message}`]);
  }
  return said;
}

describe("the layer rules", () => {
  // A file may appear in more than one case; then each gets a project of its own.
  const first = LINT_CASES.filter((one, i) => LINT_CASES.findIndex((other) => other.file === one.file) === i);
  const second = LINT_CASES.filter((one) => !first.includes(one));
  const folder = mkdtempSync(path.join(tmpdir(), "tierline-lint-"));
  const said = new Map<LintCase, string[]>();

  beforeAll(async () => {
    for (const [i, cases] of [first, second].entries()) {
      const reports = await lint(path.join(folder, String(i)), cases);
      for (const one of cases) said.set(one, reports.get(one.file) ?? []);
    }
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(LINT_CASES.filter((one) => one.refused))("refuse: $rule", (one) => {
    expect(said.get(one)).not.toEqual([]);
  });
  test.each(LINT_CASES.filter((one) => !one.refused))("allow: $rule", (one) => {
    expect(said.get(one)).toEqual([]);
  });
});

test.each(["lib/domain", "lib/access", "lib/db"])("nobody silences the linter in %s", (layer) => {
  const silenced = sourceFiles(layer).filter((file) =>
    /biome-ignore|@ts-ignore|@ts-expect-error|@ts-nocheck/.test(readFileSync(path.join(projectRoot, file), "utf8")),
  );
  expect(silenced).toEqual([]);
});
