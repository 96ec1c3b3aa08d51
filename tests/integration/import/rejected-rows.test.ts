import { describe, expect, test } from "vitest";
import { decideImport } from "@/lib/services/measure/decide-import";
import { getHome } from "@/lib/services/measure/get-home";
import { getImport } from "@/lib/services/measure/get-import";
import { writeRejectedRows } from "@/lib/services/measure/write-rejected-rows";
import { importDatabase } from "./import-database";
import type { ImportOrganization } from "./import-organization";
import { organizationData, organizationFacts } from "./organization-data";

const database = importDatabase();

async function organization(name: string): Promise<ImportOrganization> {
  const org = await database.organization(name);
  await org.withMasterData();
  return org;
}

async function download({ manager }: ImportOrganization, batch: number): Promise<{ fileName: string; text: string }> {
  const { fileName, chunks } = await writeRejectedRows(manager, { batch });
  let text = "";
  for await (const piece of chunks) text += piece;
  return { fileName, text };
}

/** Two good lines around one whose date is wrong. */
const THREE_LINES = "partner_code,sku,sale_date,units,net_amount\nA,S1,2024-01-05,1,10\nA,S1,2024-13-05,1,10\nB,S2,2024-01-06,2,20\n";

describe("an import with rejected rows", () => {
  test("waits for a person, who loads the good rows", async () => {
    const org = await organization("asked and loaded");
    const before = await organizationFacts(org);
    const asked = await org.upload("pos", THREE_LINES);
    expect(asked).toMatchObject({ status: "ready", seq: null, rows: { read: 3, loaded: 2, rejected: 1 } });
    expect(await org.process(asked.number)).toEqual(asked);
    expect((await organizationData(org)).months).toEqual(before.months);

    expect(await decideImport(org.manager, { batch: asked.number, decision: "load" })).toMatchObject({ status: "loading", decidedBy: "Mia Manager" });
    expect(await org.process(asked.number)).toMatchObject({
      status: "published",
      seq: 4,
      decidedBy: "Mia Manager",
      rows: { read: 3, loaded: 2, rejected: 1 },
    });
    expect((await organizationData(org)).sales.map(({ line }) => line)).toEqual([2, 4]);
  });

  test("that is discarded, by a person or because the sender said so, leaves nothing but its rejected rows", async () => {
    const org = await organization("discarded");
    const before = await organizationFacts(org);
    const asked = await org.upload("pos", THREE_LINES);
    await decideImport(org.manager, { batch: asked.number, decision: "discard" });
    expect(await org.process(asked.number)).toMatchObject({ status: "discarded", seq: null });
    expect(await organizationFacts(org)).toEqual(before);
    expect(await org.upload("pos", THREE_LINES, { onRejected: "discard" })).toMatchObject({ status: "discarded", seq: null });
    expect(await organizationFacts(org)).toEqual(before);
    expect((await organizationData(org)).rejected.map(({ batch, line }) => [batch, line])).toEqual([
      [4, 3],
      [5, 3],
    ]);
  });

  test("tells before it asks how many of its rows are new, and loads exactly those", async () => {
    const org = await organization("preview");
    const head = "partner_code,sku,sale_date,units,net_amount,document,document_line\n";
    await org.upload("pos", `${head}A,S1,2024-01-05,1,10,D1,1\nA,S1,2024-01-06,1,20,D2,1\nA,S9,2024-01-07,1,30,D3,1\n`);
    const before = await organizationFacts(org);
    const second = `${head}A,S1,2024-01-05,1,10,D1,1\nA,S1,2024-01-06,1,25,D2,1\nA,S9,2024-01-07,1,30,D3,1\nA,S9,2024-01-08,1,40,D4,1\nB,S2,2024-01-09,1,50,D5,1\nA,S1,someday,1,1,D6,1\n`;
    const asked = await org.upload("pos", second);
    const balance = {
      rows: { read: 6, loaded: 2, corrected: 1, unchanged: 1, unmatched: 2, rejected: 1 },
      amounts: { read: { USD: 1_550_000 }, loaded: { USD: 750_000 }, unchanged: { USD: 100_000 }, unmatched: { USD: 700_000 } },
    };
    expect(asked).toMatchObject({ status: "ready", ...balance });
    expect((await organizationFacts(org)).months).toEqual(before.months);
    await decideImport(org.manager, { batch: asked.number, decision: "load" });
    expect(await org.process(asked.number)).toMatchObject({ status: "published", seq: 5, ...balance });
  });

  test("settles anew when it is loaded, for what was new may have come another way since", async () => {
    const org = await organization("preview overtaken");
    const asked = await org.upload("pos", THREE_LINES);
    expect(asked).toMatchObject({ status: "ready", rows: { loaded: 2, unchanged: 0 } });
    const twin = await org.upload("pos", THREE_LINES);
    await decideImport(org.manager, { batch: twin.number, decision: "load" });
    await org.process(twin.number);
    await decideImport(org.manager, { batch: asked.number, decision: "load" });
    expect(await org.process(asked.number)).toMatchObject({ status: "unchanged", seq: null, rows: { loaded: 0, unchanged: 2, rejected: 1 } });
    expect((await organizationData(org)).sales).toHaveLength(2);
  });

  test("whose readable rows are all known asks nobody", async () => {
    const org = await organization("nothing to ask");
    await org.upload("pos", THREE_LINES, { onRejected: "load" });
    const before = await organizationFacts(org);
    const again = await org.upload("pos", THREE_LINES, { format: { mapping: { units: "units" } } });
    expect(again).toMatchObject({ status: "unchanged", seq: null, outcome: { code: "nothing_new" }, rows: { loaded: 0, unchanged: 2, rejected: 1 } });
    expect(await organizationFacts(org)).toEqual(before);
    expect((await organizationData(org)).rejected.map(({ batch, line }) => [batch, line])).toEqual([
      [4, 3],
      [5, 3],
    ]);
  });

  test("of which no row can be read asks nobody, and needs someone until the next of its kind is loaded", async () => {
    const org = await organization("nothing readable");
    const before = await organizationFacts(org);
    const german = "partner_code;sku;sale_date;units;net_amount\nA;S1;31.01.2024;1;10,50\nB;S2;01.02.2024;2;20,00\n";
    const failed = await org.upload("pos", german);
    expect(failed).toMatchObject({
      ...{ status: "failed", seq: null, decidedBy: null, outcome: { code: "nothing_readable" } },
      rows: { read: 2, rejected: 2, loaded: 0 },
    });
    await expect(decideImport(org.manager, { batch: failed.number, decision: "load" })).rejects.toMatchObject({ code: "conflict" });
    expect(await organizationFacts(org)).toEqual(before);
    const attention = async () => (await getHome(org.manager, {})).attention.map(({ number }) => number);
    expect(await attention()).toEqual([failed.number]);

    await org.upload("regions", "code,name\nwest,West\n");
    expect(await attention()).toEqual([failed.number]);
    const mended = await org.upload("pos", german, { format: { dateFormat: "DD.MM.YYYY", decimal: "," } });
    expect(mended).toMatchObject({ status: "published", seq: 5, rows: { loaded: 2, rejected: 0 } });
    expect(await attention()).toEqual([]);
  });

  test("is loaded at once when the sender said so", async () => {
    const org = await organization("not asked");
    expect(await org.upload("pos", THREE_LINES, { onRejected: "load" })).toMatchObject({ status: "published", seq: 4, decidedBy: "Mia Manager" });
  });

  test("is decided by one of two people at once; the other is told how it stands", async () => {
    const org = await organization("two deciders");
    for (let round = 0; round < 3; round++) {
      const { number } = await org.upload("pos", `${THREE_LINES}A,S3,2024-02-0${round + 1},1,1\n`);
      const outcomes = await Promise.allSettled(
        ["load" as const, "discard" as const].map((decision) => decideImport(org.manager, { batch: number, decision })),
      );
      const won = outcomes.filter((outcome) => outcome.status === "fulfilled").map(({ value }) => value.status);
      const lost = outcomes.filter((outcome) => outcome.status === "rejected").map(({ reason }) => reason);
      expect(won).toHaveLength(1);
      expect(lost).toEqual([
        expect.objectContaining({ code: "conflict", details: { status: won[0] }, message: expect.stringContaining(`it is ${won[0]}`) }),
      ]);
      const decided = await org.rows("select action from audit_event where org_id = $1 and target = $2 and action <> 'import.receive'", [
        `import ${number}`,
      ]);
      expect(decided).toEqual([{ action: won[0] === "loading" ? "import.load" : "import.discard" }]);
    }
  });

  test("cannot be decided a second time, nor one that does not exist", async () => {
    const org = await organization("decided twice");
    const { number } = await org.upload("pos", THREE_LINES, { onRejected: "load" });
    const before = await organizationData(org);
    await expect(decideImport(org.manager, { batch: number, decision: "discard" })).rejects.toMatchObject({
      code: "conflict",
      details: { status: "published" },
    });
    await expect(decideImport(org.manager, { batch: 99, decision: "load" })).rejects.toMatchObject({ code: "not_found" });
    await expect(org.process(99)).rejects.toMatchObject({ code: "not_found" });
    expect(await organizationData(org)).toEqual(before);
  });
});

describe("the file of rejected rows", () => {
  test("is mended and uploaded again, and then all of the file is loaded", async () => {
    const org = await organization("round trip");
    const file = `partner_code,sku,sale_date,units,net_amount,end_customer,note\nA,S1,2024-01-05,1,10,"Röder, ""Söhne""",x\nA,S1,05.01.2024,1,10,"two\nlines",y\nA,S1,2024-01-07,one,10 USD,,\n`;
    await org.upload("pos", file, { onRejected: "load", fileName: "january.csv" });
    const { fileName, text } = await download(org, 4);
    expect(fileName).toBe("rejected-4-january.csv");
    expect(text.split("\n")[0]).toBe(
      "\ufefferror_line,error_column,error_value,error_code,error_message,partner_code,sku,sale_date,units,net_amount,end_customer,note",
    );

    const mended = text.replaceAll("05.01.2024", "2024-01-06").replaceAll("two\nlines", "one line").replace(",one,10 USD", ",1,10");
    expect(await org.upload("pos", mended)).toMatchObject({ status: "published", seq: 5, rows: { read: 2, loaded: 2 } });
    expect((await organizationData(org)).sales.map(({ sale_date, end_customer }) => [sale_date, end_customer])).toEqual([
      ["2024-01-05", 'Röder, "Söhne"'],
      ["2024-01-06", "one line"],
      ["2024-01-07", null],
    ]);
  });

  test("gives rows that contradict an earlier line as they were written, with amounts, dates and attributes in the file's own format", async () => {
    const org = await organization("contradictions");
    const format = { dateFormat: "DD.MM.YYYY", decimal: "," } as const;
    const opportunities =
      "Code;Partner;Stage;Status;Origin;Amount;Created\nO1;A;Proposal;open;sourced;1.234,50;02.01.2024\nO1;A;Proposal;open;sourced;9.999,25;02.01.2024\n";
    await org.upload("opportunities", opportunities, { format, onRejected: "load" });
    const { rejected } = await getImport(org.manager, { batch: 4 });
    expect(rejected).toMatchObject([
      {
        line: 3,
        raw: ["O1", "A", "Proposal", "open", "sourced", "9.999,25", "02.01.2024"],
        errors: [{ column: "Code", value: "O1", code: "contradicts_earlier_line" }],
      },
    ]);
    const { text } = await download(org, 4);
    expect(await org.upload("opportunities", text, { format })).toMatchObject({
      status: "published",
      rows: { loaded: 1, corrected: 1 },
      amounts: { loaded: { USD: 99_992_500 } },
    });

    await org.upload("partners", "code,name,region_code,attr.employees\nC,Gamma,north,1\nC,Gamma,north,2\n", { onRejected: "load" });
    await org.upload("partners", (await download(org, 6)).text);
    expect((await organizationData(org)).partners[2]).toMatchObject({ code: "C", attributes: { employees: 2 } });

    await org.upload(
      "products",
      "sku,name,line_code,line_name,category_code,category_name\nS4,Fork,forks,Forks,all,All\nS5,Crown,forks,Gabeln,all,All\n",
      { onRejected: "load" },
    );
    expect((await getImport(org.manager, { batch: 8 })).rejected).toMatchObject([{ line: 3, errors: [{ column: "line_name", value: "Gabeln" }] }]);
  });

  test("is there to download for a file of nothing but rejected rows, which loads nothing", async () => {
    const org = await organization("all rejected");
    const lines = Array.from({ length: 6_000 }, (_, index) => `A,S1,2024-01-32,1,${index}\n`);
    const batch = await org.upload("pos", `partner_code,sku,sale_date,units,net_amount\n${lines.join("")}`, { onRejected: "load" });
    expect(batch).toMatchObject({
      status: "failed",
      seq: null,
      outcome: { code: "nothing_readable" },
      rows: { read: 6_000, rejected: 6_000, loaded: 0 },
    });
    const { text } = await download(org, 4);
    expect(text.trimEnd().split("\n")).toHaveLength(6_001);
    expect((await getImport(org.manager, { batch: 4 })).rejected).toHaveLength(100);
  });
});
