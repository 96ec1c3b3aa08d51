import { describe, expect, test } from "vitest";
import { FileFormat } from "@/lib/import/file-format";
import { readRows } from "@/lib/import/read-rows";
import { chunked, readAll } from "./read-file";

const HEADER = "partner_code,sku,sale_date,units,net_amount\n";
const LINE = "P1,BK-1,2024-01-31,2,10.50\n";

/** A file of 200,000 lines, made as it is read, that keeps count. */
function longFile() {
  const state = { given: 0, closed: false };
  async function* source(): AsyncGenerator<Uint8Array> {
    try {
      yield Buffer.from(HEADER);
      for (; state.given < 200; state.given++) yield Buffer.from(LINE.repeat(1_000));
    } finally {
      state.closed = true;
    }
  }
  return { state, source: source() };
}

describe("readRows", () => {
  test("reads no further ahead than the batch asked for, and gives at most 2,000 entries at a time", async () => {
    const { state, source } = longFile();
    let rows = 0;
    for await (const batch of readRows("pos", source, FileFormat.parse({}))) {
      rows += batch.rows.length;
      expect(batch.rows.length).toBeLessThanOrEqual(2_000);
      expect(state.given * 1_000 - rows).toBeLessThanOrEqual(2_000);
    }
    expect(rows).toBe(200_000);
  });

  test("closes the source when the caller stops early", async () => {
    const { state, source } = longFile();
    for await (const _ of readRows("pos", source, FileFormat.parse({}))) break;
    expect(state.closed).toBe(true);
    expect(state.given).toBeLessThan(10);
  });

  test("closes the source when the header is refused", async () => {
    const { state, source } = longFile();
    await expect(readRows("partners", source, FileFormat.parse({})).next()).rejects.toMatchObject({ code: "missing_columns" });
    expect(state.closed).toBe(true);
  });

  test("passes on an error of the source as it is", async () => {
    const broken = new Error("connection reset");
    async function* source(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(HEADER + LINE);
      throw broken;
    }
    await expect(readRows("pos", source(), FileFormat.parse({})).next()).rejects.toBe(broken);
  });

  test("gives progress while nothing but blank lines comes", async () => {
    const bytes = Buffer.from(`${HEADER}${`${" ".repeat(1023)}\n`.repeat(3 * 1024)}${LINE}`);
    const file = await readAll("pos", chunked(bytes));
    expect(file.batches).toBeGreaterThanOrEqual(3);
    expect(file).toMatchObject({ ignored: 3 * 1024, read: 3 * 1024 + 1, bytes: bytes.length });
  });
});
