import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { getImport } from "@/lib/services/measure/get-import";
import { receiveImport } from "@/lib/services/measure/receive-import";
import { importDatabase } from "./import-database";
import { organizationData, organizationFacts } from "./organization-data";

const database = importDatabase();

const HEADER = "partner_code,sku,sale_date,units,net_amount,end_customer,note\n";
const GOOD = "A,S1,2024-01-05,1,10,,\n";

const UNREADABLE: readonly (readonly [what: string, file: string | Buffer, code: string])[] = [
  ["nothing at all", "", "empty_file"],
  ["blank lines only", "\n\r\n,,,\n", "empty_file"],
  ["only a header", HEADER, "no_rows"],
  ["10,001 columns", `${HEADER.trim()}${",x".repeat(9_994)}\n${GOOD}`, "too_many_columns"],
  ["UTF-16", Buffer.from(`\ufeff${HEADER}${GOOD}`, "utf16le"), "unsupported_encoding"],
  ["compressed bytes", gzipSync(HEADER + GOOD.repeat(1_000)), "binary_content"],
  ["an Excel workbook", Buffer.from("PK\u0003\u0004rest"), "binary_content"],
  ["a quote that is never closed", `${HEADER}${GOOD}A,S1,2024-01-05,1,10,"open,\n${GOOD}`, "quote_not_closed"],
  ["a row of more than a megabyte", `${HEADER}${GOOD}A,S1,2024-01-05,1,10,"${"long ".repeat(300_000)}",\n`, "row_too_long"],
  [
    "bytes of two encodings",
    Buffer.concat([Buffer.from(`${HEADER}A,S1,2024-01-05,1,10,Röder,\nA,S1,2024-01-05,1,10,R`), Buffer.from([0xf6]), Buffer.from("der,\n")]),
    "contradicted_encoding",
  ],
  ["another kind of data", "name,colour\nx,red\n", "missing_columns"],
  ["totals beyond what can be kept exactly", HEADER + "A,S1,2024-01-05,1,900000000000,,\n".repeat(2), "out_of_range"],
];

describe("a file that cannot be read as a whole", () => {
  test.each(UNREADABLE)("fails with a message and leaves nothing: %s", async (what, file, code) => {
    const org = await database.organization(`unreadable: ${what}`);
    await org.withMasterData();
    const before = await organizationFacts(org);
    const batch = await org.upload("pos", file);
    expect(batch).toMatchObject({ number: 4, status: "failed", seq: null, outcome: { code, message: expect.stringMatching(/\w{3,}.*\./) } });
    expect(await organizationFacts(org)).toEqual(before);
    expect(await org.process(4)).toEqual(batch);
    expect(await org.upload("pos", HEADER + GOOD)).toMatchObject({ number: 5, status: "published", seq: 4 });
  });

  test("leaves the connection clean when the fault comes while a segment of it is being written", async () => {
    const org = await database.organization("fault at the end");
    await org.withMasterData();
    const many = Array.from({ length: 50_100 }, (_, index) => `A,S2,2024-01-05,1,${index},,\n`).join("");
    const failing = org.upload("pos", `${HEADER}${many}A,S1,2024-01-05,1,10,"open,\n`);
    expect(await failing).toMatchObject({ status: "failed", outcome: { code: "quote_not_closed" } });
    for (const day of ["05", "06", "07"])
      expect(await org.upload("pos", `${HEADER}A,S1,2024-01-${day},1,10,,\n`)).toMatchObject({ status: "published", rows: { loaded: 1 } });
    expect((await organizationData(org)).sales.map(({ sku }) => sku)).toEqual(["S1", "S1", "S1"]);
  });
});

describe("a cell that cannot be read", () => {
  const CELLS: readonly (readonly [what: string, row: string, code: string])[] = [
    ["NUL in a code", "A\u0000,S1,2024-01-05,1,10,,\n", "control_character"],
    ["NUL in a text", "A,S1,2024-01-05,1,10,Rö\u0000der,\n", "control_character"],
    ["100,000 characters", `A,S1,2024-01-05,1,10,${"x".repeat(100_000)},\n`, "cell_too_long"],
    ["100,000 characters in a column that is ignored", `A,S1,2024-01-05,1,10,,${"x".repeat(100_000)}\n`, "cell_too_long"],
    ["an emoji cut by the end of what is shown", `A,S1,2024-01-05,1,10,${"x".repeat(199)}😀😀,\n`, "too_long"],
    ["a number of units beyond any", "A,S1,2024-01-05,99999999999,10,,\n", "out_of_range"],
    ["too many cells", "A,S1,2024-01-05,1,10,,,extra\n", "wrong_cell_count"],
  ];
  test.each(CELLS)("costs its row, which is told and can be downloaded: %s", async (what, row, code) => {
    const org = await database.organization(`cell: ${what}`);
    await org.withMasterData();
    expect(await org.upload("pos", HEADER + GOOD + row, { onRejected: "load" })).toMatchObject({
      status: "published",
      rows: { read: 2, loaded: 1, rejected: 1 },
    });
    expect((await getImport(org.manager, { batch: 4 })).rejected).toMatchObject([{ line: 3, errors: [{ code }] }]);
  });

  test("in a column that is ignored may hold NUL and backslashes", async () => {
    const org = await database.organization("ignored NUL");
    await org.withMasterData();
    expect(await org.upload("pos", `${HEADER}A,S1,2024-01-05,1,10,\\u0000 \\,\u0000\n`)).toMatchObject({ status: "published", rows: { loaded: 1 } });
    expect((await organizationData(org)).sales[0]).toMatchObject({ end_customer: "\\u0000 \\" });
  });
});

describe("an upload", () => {
  const stored = (org: Awaited<ReturnType<typeof database.organization>>) =>
    org.rows<{ chunks: number }>("select count(*)::int as chunks from import_chunk where org_id = $1");

  test("that breaks keeps nothing of the file and says so", async () => {
    const org = await database.organization("broken stream");
    async function* broken() {
      yield Buffer.from(HEADER);
      yield Buffer.from(GOOD.repeat(50_000));
      throw new Error("connection reset");
    }
    await expect(receiveImport(org.manager, { kind: "pos", fileName: "pos.csv", body: broken() })).rejects.toThrow("connection reset");
    expect(await stored(org)).toEqual([{ chunks: 0 }]);
    expect((await getImport(org.manager, { batch: 1 })).batch).toMatchObject({ status: "failed", outcome: { code: "upload_broken" }, fileBytes: 0 });
    expect(await org.process(1)).toMatchObject({ status: "failed" });
    expect(await org.rows("select from pgboss.job where (data->>'orgId')::int = $1 and start_after <= now()")).toEqual([]);
  });

  test.each([-1, 1])("of %i bytes more or less than announced keeps nothing", async (difference) => {
    const org = await database.organization(`announced ${difference}`);
    const expectedBytes = HEADER.length + GOOD.length + difference;
    await expect(org.receive("pos", HEADER + GOOD, { expectedBytes })).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringContaining(`of ${expectedBytes} bytes`),
    });
    expect(await stored(org)).toEqual([{ chunks: 0 }]);
    expect((await getImport(org.manager, { batch: 1 })).batch).toMatchObject({ status: "failed", outcome: { code: "upload_broken" } });
  });

  test("whose connection to the database is lost fails alone: the process lives on and the next one is taken", async () => {
    const org = await database.organization("lost connection");
    await org.withMasterData();
    async function* interrupted() {
      yield Buffer.from(HEADER);
      const ended = await org.rows<{ ended: boolean }>(
        "select pg_terminate_backend(pid) as ended from pg_locks where locktype = 'advisory' and classid = $1 and objid = 4",
      );
      expect(ended).toEqual([{ ended: true }]);
      for (;;) {
        const alive = await org.rows("select from pg_locks where locktype = 'advisory' and classid = $1 and objid = 4");
        if (alive.length === 0) break;
      }
      yield Buffer.from(GOOD);
    }
    await expect(receiveImport(org.manager, { kind: "pos", fileName: "pos.csv", body: interrupted() })).rejects.toThrow();
    expect(await org.process(4)).toMatchObject({ status: "failed", outcome: { code: "upload_broken" } });
    expect(await org.upload("pos", HEADER + GOOD)).toMatchObject({ status: "published" });
  });

  test("that still arrives is left alone by whoever looks at it, and ends as it should", async () => {
    const org = await database.organization("still arriving");
    await org.withMasterData();
    async function* slow() {
      yield Buffer.from(HEADER);
      expect(await org.process(4)).toMatchObject({ status: "receiving" });
      yield Buffer.from(GOOD);
    }
    const received = await receiveImport(org.manager, { kind: "pos", fileName: "pos.csv", body: slow() });
    expect(received).toMatchObject({ number: 4, status: "queued" });
    expect(await org.process(4)).toMatchObject({ status: "published" });
  });
});
