import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exportCell, importedCell } from "@/lib/import/export-cell";
import type { FileFormat } from "@/lib/import/file-format";
import type { RejectedRow } from "@/lib/import/read-rows";
import { rejectedFile } from "@/lib/import/rejected-file";
import { readText } from "./read-file";

async function* inBatches(rejected: readonly RejectedRow[]): AsyncGenerator<readonly RejectedRow[]> {
  for (const row of rejected) yield [row];
}

/** The rejected-rows file of a POS file. */
async function rejectedOf(csv: string, format: Partial<FileFormat> = {}): Promise<string> {
  const { header, rejected } = await readText("pos", csv, format);
  if (header === undefined) throw new Error("the file could not be read");
  const parts: string[] = [];
  for await (const part of rejectedFile(header, inBatches(rejected))) parts.push(part);
  return parts.join("");
}

const HEADER = "partner_code,sku,sale_date,units,net_amount,note";

describe("rejectedFile", () => {
  test("has the errors first and then the row as it was written", async () => {
    const file = await rejectedOf(`${HEADER}\nP1,BK-1,2024-01-31,2,10.50,fine\nP2,BK-1,never,2,1,"said ""no"""\n`);
    expect(file).toBe(
      `\ufefferror_line,error_column,error_value,error_code,error_message,${HEADER}\n` +
        '3,sale_date,never,not_a_date,"A real day written as YYYY-MM-DD, without a time, is expected; correct it, or state the file\'s date format.",P2,BK-1,never,2,1,"said ""no"""\n',
    );
  });

  test("can be uploaded again once mended, with the same format, and then loads", async () => {
    const format = { encoding: "windows-1252", mapping: { menge: "units", line: "document_line" } } as const;
    const file = await rejectedOf("partner,sku,date,menge,amount,line,end_customer\n-P1,=BK,never,-2,(1.5),7,Müller\n", format);
    const again = await readText("pos", file.replace(/,never(?=,-2)/, ",2024-01-31"), format);
    expect(again).toMatchObject({ error: null, rejected: [] });
    expect(again.rows[0]?.row).toMatchObject({ partner_code: "-P1", sku: "=BK", units: -2, net_amount: -15_000, document_line: "7" });
  });

  test("carries no error of an earlier round", async () => {
    const first = await rejectedOf(`${HEADER}\nP2,BK-1,never,2,1,x\n`);
    const second = await rejectedOf(first);
    expect(second).toBe(first);
  });

  test("keeps rows with too many or too few cells as they were, so that they are not loaded unmended", async () => {
    const csv = `${HEADER}\nP1,BK-1,2024-01-31,2,1,234.50,x\nP1,BK-1\n`;
    const again = await readText("pos", await rejectedOf(csv));
    expect(again.rows).toEqual([]);
    expect(again.rejected.map((row) => row.errors[0]?.code)).toEqual(["wrong_cell_count", "wrong_cell_count"]);
  });

  test("keeps cells with any kind of line break in one row", async () => {
    const again = await readText("pos", (await rejectedOf(`${HEADER}\nP1,BK-1,never,2,1,"a\rb\nc"\n`)).replace("\ufeff", ""));
    expect(again.rejected.map((row) => row.raw.at(-1))).toEqual(["a\rb\nc"]);
  });

  test("is formula-safe in every cell", async () => {
    const file = await rejectedOf(`${HEADER}\n@SUM(1),BK-1,"=HYPERLINK(""http://x"")",-2,-1.5,+cmd\n`);
    expect(file.split("\n")[1]).toContain('"\'=HYPERLINK(""http://x"")",-2,-1.5,\'+cmd');
    expect(file.split("\n")[1]).toContain("'@SUM(1)");
  });
});

describe("exportCell", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["+49 170", "'+49 170"],
    ["-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\tx", "'\tx"],
    ["\rx", "'\rx"],
    ["-5", "-5"],
    ["-1,234.50", "-1,234.50"],
    ["-", "'-"],
    ["O'Neil", "O'Neil"],
    ["", ""],
  ])("writes %j as %j", (text, expected) => expect(exportCell(text)).toBe(expected));

  test("is undone by importedCell for any text that had no such apostrophe itself", () => {
    fc.assert(
      fc.property(fc.tuple(fc.constantFrom("", "=", "+", "-", "@", "\t", "\r", "-1"), fc.string()), ([start, rest]) => {
        const text = start + rest;
        fc.pre(!text.startsWith("'"));
        expect(importedCell(exportCell(text))).toBe(text);
      }),
    );
  });
});
