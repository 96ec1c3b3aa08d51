import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ENGINE_VERSION } from "@/lib/domain/engines";
import { canonicalJson } from "@/lib/domain/shared/canonical-json";
import { runHere } from "./run-here";
import { files } from "./temporary-files";

const PROGRAM = "docs/examples/program.json";
const METRICS = "docs/examples/metrics.csv";
const ON = ["--as-of", "2013-11-30"];

const evaluate = (...args: string[]) => runHere(["evaluate", ...args]);

describe("evaluate --program --metrics", () => {
  test("prints the decisions of the examples as canonical JSON, and nothing else", async () => {
    const { exitCode, stdout, stderr } = await evaluate("--program", PROGRAM, "--metrics", METRICS, ...ON, "--json");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const printed = JSON.parse(stdout);
    expect(stdout).toBe(`${canonicalJson(printed)}\n`);
    expect(printed).toMatchObject({ asOf: "2013-11-30", engine: ENGINE_VERSION });
    expect(printed.decisions.map((it: { partner: string; decided: string }) => [it.partner, it.decided])).toEqual([
      ["P-100", "elite"],
      ["P-200", "gold"],
      ["P-300", "silver"],
      ["P-400", "registered"],
      ["P-500", "registered"],
    ]);
  });

  test("reads an empty cell as no data, never as zero", async () => {
    const { stdout } = await evaluate("--program", PROGRAM, "--metrics", METRICS, ...ON, "--json");
    const p300 = JSON.parse(stdout).decisions[2];
    expect(p300.metrics.service_sla).toMatchObject({ value: null, facts: 0 });
    expect(p300.nodes.find((node: { key: string }) => node.key === "service_points")).toMatchObject({ status: "left_out", points: null });
  });

  test("moves on from the decisions of an earlier evaluation", async () => {
    const before = await evaluate("--program", PROGRAM, "--metrics", METRICS, "--as-of", "2013-08-31", "--json");
    const { earlier } = await files({ earlier: before.stdout });
    const { stdout } = await evaluate("--program", PROGRAM, "--metrics", METRICS, ...ON, "--previous", earlier, "--json");
    expect(JSON.parse(stdout).decisions[0]).toMatchObject({ previous: { tier: "elite", since: "2013-08-31" }, movement: { code: "unchanged" } });
  });

  test("prints a table for people, best first", async () => {
    const { exitCode, stdout } = await evaluate("--program", PROGRAM, "--metrics", METRICS, ...ON);
    expect(exitCode).toBe(0);
    expect(stdout.split("\n").slice(0, 2)).toEqual([
      expect.stringMatching(/^rank +partner +score +tier/),
      expect.stringMatching(/^ +1 +P-100 +[\d.]+ +elite/),
    ]);
  });
});

describe("evaluate with files that cannot be used ends with 2 and says what, where and how to mend it", () => {
  const header = readFileSync(METRICS, "utf8").split("\n")[0] ?? "";
  const example = JSON.parse(readFileSync(PROGRAM, "utf8"));
  const cases = {
    "a program that is not JSON": { program: "{", says: /program is not JSON/ },
    "a program that says something twice": {
      program: JSON.stringify(example).replace('"name":', '"name":"First","name":'),
      says: /program, name: stands more than once in the same object/,
    },
    "a program with a wrong node": { program: '{"format":"tierline.program/1"}', says: /program, name: .*program\.schema\.json/ },
    "a program that contradicts itself": {
      program: JSON.stringify({ ...example, tiers: [...example.tiers, example.tiers[1]] }),
      says: /program, tiers\.silver: error: The tier key “silver” is used twice\. \(duplicate_key\)/,
    },
    "a column that is no metric": { metrics: `${header},revenu\n`, says: /header: "revenu" is not a metric of the program/ },
    "a metric without a column": { metrics: "partner,revenue\nP-1,5\n", says: /no column for growth, mix/ },
    "a partner given twice": { metrics: `${header}\nP-1,1,,,,,,,\nP-2,1,,,,,,,\nP-1,2,,,,,,,\n`, says: /line 4: partner P-1 is already on line 2/ },
    "a value that is no number": { metrics: `${header}\nP-1,lots,,,,,,,\n`, says: /line 2, column revenue: "lots"\. A number is expected/ },
    "a row with a cell too many": { metrics: `${header}\nP-1,1,,,,,,,,9\n`, says: /line 2: the row has 10 cells and the header 9/ },
    "a row without a partner": { metrics: `${header}\n,1,,,,,,,\n`, says: /line 2, column partner: it is empty/ },
    "an empty metrics file": { metrics: "", says: /metrics is empty/ },
  } satisfies Record<string, { program?: string; metrics?: string; says: RegExp }>;

  test.each(Object.entries<{ program?: string; metrics?: string; says: RegExp }>(cases))("%s", async (_, { program, metrics, says }) => {
    const given = await files({ program: program ?? readFileSync(PROGRAM, "utf8"), metrics: metrics ?? readFileSync(METRICS, "utf8") });
    const { exitCode, stdout, stderr } = await evaluate("--program", given.program, "--metrics", given.metrics, ...ON, "--json");
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  test("a file that does not exist", async () => {
    const { exitCode, stderr } = await evaluate("--program", "nowhere.json", "--metrics", METRICS);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "nowhere.json does not exist. Check the path.\n" });
  });

  test("an option that belongs to the database", async () => {
    const { exitCode, stderr } = await evaluate("--program", PROGRAM, "--metrics", METRICS, "--known-at", "3");
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "--known-at belongs to the database; leave it out with --metrics.\n" });
  });
});
