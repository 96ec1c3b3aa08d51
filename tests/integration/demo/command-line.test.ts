import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Actor } from "@/lib/access/actor";
import { today } from "@/lib/clock";
import { closeDatabase } from "@/lib/db/client";
import { createOrganization } from "@/lib/db/organizations";
import { addMonths } from "@/lib/domain/shared/calendar-day";
import { createMetric } from "@/lib/services/measure/create-metric";
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

  test("before a run is published a draft is proposed without a simulation, and is then no draft", async () => {
    expect(await json(["program", "create", "docs/examples/program.json"])).toMatchObject({ printed: { version: 2 } });
    const propose = ["program", "propose", "2", "--effective-from", "2024-07-01", "--note", "As tried in spring"];
    expect(await json(propose)).toMatchObject({
      exitCode: 0,
      printed: {
        proposed: { status: "proposed", effectiveFrom: "2024-07-01", proposedBy: "command line", note: "As tried in spring" },
        simulation: null,
      },
    });
    expect(await runHere(propose)).toMatchObject({ exitCode: 3, stdout: "", stderr: expect.stringContaining("waits for approval") });
    expect(await runHere(["program", "propose", "9", ...propose.slice(3)])).toMatchObject({ exitCode: 4, stdout: "" });
  });
});

test("an override is made for a partner, listed, gives way to another one, and is ended", async () => {
  const until = addMonths(today("UTC"), 6);
  const create = (tier: string) => [
    ...["override", "create", "--partner", "D-1", "--tier", tier, "--until", until],
    ...["--reason", "Strategic account", "--owner", "ada@example.com"],
  ];
  expect(await runHere(["override", "list"])).toMatchObject({ exitCode: 0, stdout: "There is no such override.\n" });
  expect(await json(create("gold"))).toMatchObject({ exitCode: 0, printed: { number: 1, owner: "Ada", createdBy: "command line", replaced: null } });
  expect((await runHere(create("silver"))).stdout).toBe(
    `Override 2: One is Silver until ${until}, from the next evaluation on. It takes the place of override 1, which has ended.\n`,
  );
  const { stdout } = await runHere(["override", "list"]);
  expect(stdout.split("\n")[1]).toMatch(new RegExp(`^ +2 +D-1 +silver +– +${until} +in force +Ada +Strategic account$`));
  expect(await json(["override", "list", "--state", "all", "--partner", "D-1"])).toMatchObject({
    exitCode: 0,
    printed: [{ number: 2 }, { number: 1 }],
  });
  const end = ["override", "end", "2", "--reason", "The account was sold"];
  expect(await json(end)).toMatchObject({ exitCode: 0, printed: { state: "ended", ended: { reason: "The account was sold" } } });
  expect(await runHere(end)).toMatchObject({ exitCode: 3, stdout: "", stderr: expect.stringContaining("was ended by command line already") });
  expect(await runHere(["override", "end", "9", "--reason", "not there"])).toMatchObject({ exitCode: 4, stdout: "" });
  expect(await runHere(create("platinum"))).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringContaining('no tier "platinum"') });
});

test("a run is re-performed: the verdict ends with 0 or 1, and says where it differs", async () => {
  const header = "sku,name,line_code,line_name,category_code,category_name";
  const products = await file("products.csv", `${header}\nS-1,Bell,bells,Bells,accessories,Accessories\n`);
  expect(await runHere(["import", "products", products])).toMatchObject({ exitCode: 0 });
  await createMetric(Actor.system(1, "test"), { key: "service_sla_attainment", name: "Service", unit: "percent", betterWhen: "higher" });
  expect(await json(["evaluate", "--as-of", "2024-06-30"])).toMatchObject({ exitCode: 0, printed: { number: 1 } });
  const same = await runHere(["reperform", "1"]);
  expect(same).toMatchObject({ exitCode: 0, stderr: "" });
  expect(same.stdout).toMatch(/^Run 1, \d partners, engine 2: inputs as they were, decisions as they were, evaluated again the same\. \d+ ms\.\n$/);

  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  await owner.query("select set_config('app.org_id', '1', false)");
  await owner.query("alter table decision disable trigger user");
  await owner.query("update decision set explanation = jsonb_set(explanation, '{state,missedReviews}', '7') where partner_code = 'D-1'");
  await owner.query("alter table decision enable trigger user");
  await owner.end();

  const changed = await runHere(["reperform", "1"]);
  expect(changed.exitCode).toBe(1);
  expect(changed.stdout).toMatch(/: inputs as they were, decisions CHANGED, evaluated again the same\. \d+ ms\.\n1 decision differs:\n/);
  expect(changed.stdout).toContain("\n  D-1  state.missedReviews: 7 stored, 0 evaluated\n");
  expect(await json(["reperform", "1"])).toMatchObject({
    exitCode: 1,
    printed: { decisions: false, differing: 1, differences: [{ partner: { code: "D-1" }, path: "state.missedReviews" }] },
  });
  expect(await runHere(["reperform", "9"])).toMatchObject({ exitCode: 4, stdout: "" });
});

test("the path of a partner is told with its ways, or why there is none", async () => {
  expect(await runHere(["path", "D-1"])).toMatchObject({ exitCode: 4, stdout: "" });
  const told = await runHere(["path", "D-1", "--run", "1"]);
  expect(told).toMatchObject({ exitCode: 0, stderr: "" });
  expect(told.stdout).toMatch(/^One to Silver, by its figures of 2024-06-30: /);
  expect(await json(["path", "D-1", "--run", "1", "--tier", "gold"])).toMatchObject({
    exitCode: 0,
    printed: { partner: { code: "D-1" }, tier: { key: "gold" }, by: "2024-09-30" },
  });
  expect(await runHere(["path", "D-1", "--run", "1", "--tier", "none"])).toMatchObject({
    ...{ exitCode: 2, stdout: "" },
    stderr: expect.stringContaining('the program has no tier "none"'),
  });
});

test("once a run is published, a draft is proposed with who would move, for a person to approve", async () => {
  expect(await runHere(["publish", "1"])).toMatchObject({ exitCode: 0 });
  const document = JSON.parse(await readFile("docs/examples/program.json", "utf8"));
  const harder = await file("harder.json", JSON.stringify({ ...document, name: "Harder" }));
  expect(await json(["program", "create", harder])).toMatchObject({ printed: { version: 3 } });
  expect(await runHere(["program", "publish", "3", "--effective-from", "2024-07-01"])).toMatchObject({ exitCode: 3, stdout: "" });
  const { exitCode, stdout } = await runHere(["program", "propose", "3", "--effective-from", "2024-07-01", "--note", "A new name"]);
  expect(exitCode).toBe(0);
  expect(stdout.split("\n").slice(0, 3)).toEqual([
    "Program main version 3: proposed, to take effect from 2024-07-01. Another person approves it on its page.",
    expect.stringMatching(/^On the \d partners of run 1, 2024-06-30: 0 rise, 0 fall, \d stay\.$/),
    expect.stringMatching(/^tier +partners +in the run$/),
  ]);
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
    expect(await json([...create, "--org", "1"])).toMatchObject({ exitCode: 0, printed: { version: 4 } });
  });
});

test("a database that does not answer is said in one line, without a stack trace", async () => {
  const { exitCode, stdout, stderr } = await runScript("scripts/tierline.ts", ["publish", "1"], {
    DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
  });
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
  expect(stderr).toBe("The database does not answer. Start it with `npm start` or `npm run db:start`, or check DATABASE_URL.\n");
});
