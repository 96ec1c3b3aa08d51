import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { createOrganization } from "@/lib/db/organizations";
import { createTestDatabase, type TestDatabase } from "../../support/database";
import { runHere } from "../../unit/cli/run-here";
import { runScript } from "./run-script";

const ORGANIZATION = { currency: "USD", fiscalStartMonth: 1, timeZone: "UTC", isDemo: false };

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.appUrl;
  folder = await mkdtemp(path.join(tmpdir(), "tierline-cli-"));
  await createOrganization({ name: "Alpha", ...ORGANIZATION });
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

/** A process of its own, where standard input is read. */
const withInput = (args: readonly string[], input: string) => runScript("scripts/tierline.ts", args, { DATABASE_URL: database.appUrl }, input);

async function file(name: string, content: string): Promise<string> {
  const at = path.join(folder, name);
  await writeFile(at, content);
  return at;
}

/** How the command ended, and what it printed as JSON. */
async function json(args: readonly string[]) {
  const { exitCode, stdout } = await runHere([...args, "--json"]);
  return { exitCode, printed: JSON.parse(stdout) };
}

describe("import", () => {
  test("loads a file and prints its balance", async () => {
    const regions = await file("regions.csv", "code,name\nN,North\nS,South\n");
    expect(await runHere(["import", "regions", regions])).toEqual({
      exitCode: 0,
      stdout: "Import 1 (regions): 2 lines read = 2 loaded\nPublished as sequence 1.\n",
      stderr: "",
    });
  });

  test("reads standard input, and headers as they are mapped", { timeout: 60_000 }, async () => {
    const csv = "Dealer;Name;Region;Remarks\nD-1;One;N;x\n";
    const args = ["import", "partners", "-", "--map", "Dealer=code", "--map", "Remarks=", "--delimiter", ";", "--json"];
    const { exitCode, stdout } = await withInput(args, csv);
    expect({ exitCode, printed: JSON.parse(stdout) }).toMatchObject({ exitCode: 0, printed: { status: "published", rows: { read: 1, loaded: 1 } } });
  });

  test("waits with 5 when lines are rejected, and goes on at a person's word", async () => {
    const two = await file("two.csv", "code,name,region_code,enrolled_on\nD-2,Two,S,2024-02-30\nD-3,Three,S,2024-02-29\n");
    const waiting = await json(["import", "partners", two]);
    expect(waiting).toMatchObject({ exitCode: 5, printed: { status: "ready", seq: null, rows: { read: 2, rejected: 1 } } });
    const number = String(waiting.printed.number);

    const rejected = await runHere(["export", "rejected", number]);
    expect(rejected.exitCode).toBe(0);
    expect(rejected.stdout).toMatch(/^\uFEFFerror_line,.*\n2,enrolled_on,2024-02-30,not_a_date,.*D-2,Two/s);

    expect(await json(["decide", number, "load"])).toMatchObject({ exitCode: 0, printed: { status: "published", rows: { loaded: 1, rejected: 1 } } });
    expect(await runHere(["decide", number, "discard"])).toMatchObject({ exitCode: 3, stdout: "" });
  });

  test("discards a file with rejected lines when told to beforehand, and ends with 3", async () => {
    const bad = await file("bad.csv", "code,name,region_code,enrolled_on\nD-4,Four,S,never\n");
    expect(await json(["import", "partners", bad, "--on-rejected", "discard"])).toMatchObject({ exitCode: 3, printed: { status: "discarded" } });
  });

  test("ends with 2 for a file without the columns it needs", async () => {
    const short = await file("short.csv", "code\nD-5\n");
    expect(await json(["import", "partners", short])).toMatchObject({
      exitCode: 2,
      printed: { status: "failed", outcome: { code: "missing_columns" } },
    });
  });

  test("ends with 2 for a file of which no line can be read", async () => {
    const unreadable = await file("unreadable.csv", "code,name,region_code,enrolled_on\nD-6,Six,S,never\n");
    expect(await json(["import", "partners", unreadable])).toMatchObject({
      exitCode: 2,
      printed: { status: "failed", outcome: { code: "nothing_readable" }, rows: { read: 1, rejected: 1 } },
    });
  });

  test("says that the very same file changes nothing", async () => {
    const again = await file("again.csv", "code,name\nN,North\nS,South\n");
    expect(await runHere(["import", "regions", again])).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("Nothing was changed.") });
  });
});

describe("accounts and programs", () => {
  test("a user is opened with a password of standard input, and cannot be opened twice", { timeout: 60_000 }, async () => {
    const create = ["user", "create", "--email", "Ada@Example.com", "--name", "Ada", "--role", "admin", "--password-stdin"];
    const opened = await withInput([...create, "--json"], "correct horse battery\n");
    expect(opened.exitCode).toBe(0);
    expect(JSON.parse(opened.stdout)).toEqual(expect.objectContaining({ email: "ada@example.com", role: "admin" }));
    expect(opened.stdout).not.toMatch(/password/i);
    expect(await runHere(create.slice(0, -1))).toMatchObject({ exitCode: 3, stdout: "" });
  });

  test("a token is printed once; a scope that does not exist is refused", async () => {
    const create = ["token", "create", "--name", "nightly", "--user", "ada@example.com", "--scope", "import.write"];
    expect((await runHere(create)).stdout).toMatch(/^\S{20,}\n$/);
    expect(await runHere([...create, "--scope", "everything"])).toMatchObject({
      exitCode: 2,
      stdout: "",
      stderr: expect.stringContaining("--scope everything is no permission"),
    });
  });

  test("a program is stored as a draft and published once", async () => {
    expect(await json(["program", "create", "docs/examples/program.json"])).toMatchObject({ exitCode: 0, printed: { version: 1, status: "draft" } });
    const publish = ["program", "publish", "1", "--effective-from", "2024-01-01"];
    expect(await json(publish)).toMatchObject({ exitCode: 0, printed: { status: "published", effectiveFrom: "2024-01-01" } });
    expect(await runHere(publish)).toMatchObject({ exitCode: 3, stdout: "" });
  });
});

test("an import warns of a currency that the program cannot convert", async () => {
  const deals = await file(
    "deals.csv",
    "code,partner_code,stage,status,origin,amount,currency,created_on\nO-1,D-1,Offer,open,sourced,10,EUR,2024-01-15\n",
  );
  const { exitCode, stdout } = await runHere(["import", "opportunities", deals]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(
    / 1 line read = 1 loaded\nEUR .*\nPublished as sequence \d+\.\nWarning: .* version 1 has no exchange rate from EUR to USD; /,
  );
});

describe("the organization", () => {
  test("must be said when there are several, by name or id; an unknown one is not found", async () => {
    await createOrganization({ name: "Beta", ...ORGANIZATION });
    const create = ["program", "create", "docs/examples/program.json"];
    expect(await runHere(create)).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringContaining('1 "Alpha", 2 "Beta"') });
    expect(await runHere([...create, "--org", "Gamma"])).toMatchObject({ exitCode: 4, stdout: "" });
    expect(await json([...create, "--org", "Beta"])).toMatchObject({ exitCode: 0, printed: { version: 1 } });
    expect(await json([...create, "--org", "1"])).toMatchObject({ exitCode: 0, printed: { version: 2 } });
  });
});

test("a database that does not answer is said in one line, without a stack trace", async () => {
  const { exitCode, stdout, stderr } = await runScript("scripts/tierline.ts", ["publish", "1"], {
    DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
  });
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
  expect(stderr).toBe("The database does not answer. Start it with `npm start` or `npm run db:start`, or check DATABASE_URL.\n");
});
