import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runHere } from "./run-here";

const page = readFileSync("docs/cli.md", "utf8");

test("docs/cli.md shows what the example prints", async () => {
  const { stdout } = await runHere([
    "evaluate",
    "--program",
    "docs/examples/program.json",
    "--metrics",
    "docs/examples/metrics.csv",
    "--as-of",
    "2013-11-30",
  ]);
  expect(page).toContain(`\`\`\`\n${stdout}\`\`\``);
});

test("docs/cli.md explains every code of a program's issues", () => {
  const source = readFileSync("lib/domain/define/program-issue.ts", "utf8");
  const codes = [...source.matchAll(/readonly code: "([a-z0-9_]+)"/g)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(15);
  expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
});
