import { describe, expect, test } from "vitest";
import { runHere } from "./run-here";

const COMMANDS = [
  "import",
  "decide",
  "evaluate",
  "publish",
  "reperform",
  "path",
  "override create",
  "override end",
  "override list",
  "export standings",
  "export rejected",
  "export waiting",
  "discard-waiting",
  "program create",
  "program propose",
  "program publish",
  "program back-test",
  "program schema",
  "user create",
  "token create",
];

describe("--help", () => {
  test("of the whole lists every command and what exit codes mean", async () => {
    const { exitCode, stdout } = await runHere(["--help"]);
    expect(exitCode).toBe(0);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command.split(" ")[0]} `, "m"));
    expect(stdout).toContain("5 waits for a person's word");
  });

  test.each(COMMANDS)("of %s says what it does, with an example that can be typed", async (command) => {
    const { exitCode, stdout } = await runHere([...command.split(" "), "--help"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples?:\\n  npm run (?:--silent )?tierline -- ${command} .`));
  });
});

test.each([
  ["a command that does not exist", ["evalute"], /unknown command 'evalute'/],
  ["an option that does not exist", ["publish", "1", "--yes"], /unknown option '--yes'/],
  ["a number that is none", ["publish", "one"], /Give a whole number\./],
  ["a day that does not exist", ["evaluate", "--as-of", "2013-02-30"], /Give a real day as YYYY-MM-DD\./],
  ["a back-test of half a quarter", ["program", "back-test", "2", "--quarters", "0.5"], /Give a whole number\./],
  ["a kind of file that does not exist", ["import", "sales", "x.csv"], /Allowed choices are regions, products/],
  ["a mapping without =", ["import", "pos", "package.json", "--map", "Dealer"], /--map Dealer: write it as header=column/],
  ["an evaluation of no day", ["evaluate"], /Say as of which day/],
  ["an override without a reason", ["override", "create", "--partner", "P", "--tier", "gold"], /required option '--until <date>' not specified/],
  ["a proposal without a note", ["program", "propose", "2", "--effective-from", "2024-01-01"], /required option '--note <text>' not specified/],
  ["overrides of a state that does not exist", ["override", "list", "--state", "gone"], /Allowed choices are in_force, expired, ended, all/],
])("%s ends with 2 and is said on standard error", async (_, args, says) => {
  const { exitCode, stdout, stderr } = await runHere(args);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toMatch(says);
});
