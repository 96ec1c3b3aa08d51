import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FileFormat } from "@/lib/import/file-format";
import type { ImportFileErrorCode } from "@/lib/import/import-file-error";
import { chunked, readAll, readText } from "./read-file";

const HEADER = ["partner_code", "sku", "sale_date", "units", "net_amount", "end_customer", "note"];
const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).map((it) => it.normalize("NFC").trim());
const readable = name.filter((it) => it !== "" && !/^['"]|\p{C}|[\u2028\u2029]/u.test(it));
const note = fc.oneof(fc.constantFrom("", "two\nlines", "two\r\nlines", 'a "quote"', "a,b;c"), readable);
const sale = fc.record({
  partner: fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,20}$/),
  date: fc.date({ min: new Date("1990-01-01"), max: new Date("2100-12-31"), noInvalidDate: true }).map((it) => it.toISOString().slice(0, 10)),
  units: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
  amount: fc.maxSafeInteger(),
  customer: readable,
  note,
});

/** Ten-thousandths written out, without a floating point number in between. */
function written(e4: number): string {
  const digits = String(Math.abs(e4)).padStart(5, "0");
  return `${e4 < 0 ? "-" : ""}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

describe("readRows", () => {
  test("brings back any rows that csv-stringify wrote, with the line each began on", async () => {
    const format = fc.record({ delimiter: fc.constantFrom(",", ";", "\t", "|"), eol: fc.constantFrom("\n", "\r\n", "\r"), quoted: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(sale, { minLength: 1, maxLength: 20 }), format, async (sales, { delimiter, eol, quoted }) => {
        const lines = sales.map((it) => [it.partner, "BK-1", it.date, String(it.units), written(it.amount), it.customer, it.note]);
        // csv-stringify leaves a lone CR unquoted unless it is the record delimiter; quoting every cell says what is meant.
        const csv = stringify([HEADER, ...lines], { delimiter, record_delimiter: eol, quoted: quoted || eol !== "\n", quoted_empty: true });
        const file = await readText("pos", csv);

        expect(file).toMatchObject({ error: null, rejected: [] });
        expect(file.rows.map(({ row }) => [row.partner_code, row.sale_date, row.units, row.net_amount, row.end_customer])).toEqual(
          sales.map((it) => [it.partner, it.date, it.units, it.amount, it.customer]),
        );
        const lengths = [1, ...sales.slice(0, -1).map((it) => 1 + (it.note.includes("\n") ? 1 : 0))];
        expect(file.rows.map(({ line }) => line)).toEqual(lengths.map((_, at) => 1 + lengths.slice(0, at + 1).reduce((sum, it) => sum + it, 0)));
      }),
    );
  });

  const head = "partner_code,sku,sale_date,units,net_amount,end_customer\r\n";
  const small: [string, ImportFileErrorCode | null, Buffer, Partial<FileFormat>][] = [
    [
      "UTF-8 of one to four bytes, CRLF and quoted line breaks",
      null,
      Buffer.from(`${head}P1,BK-1,2024-01-31,2,10.50,"Zoë ""€"" 🚲,\r\nLtd"\r\n\r\nP2,é,2024-01-31,2,1,🚲`),
      {},
    ],
    [
      "a byte order mark and a mix of line ends",
      null,
      Buffer.from(`\ufeff${head}P1,BK-1,2024-01-31,2,10.50,\nP2,BK-1,bad,2,1,x\rP3,BK-1,2024-01-31,1,1,y\n`),
      {},
    ],
    ["Windows-1252", null, Buffer.from(`${head}P1,BK-1,2024-01-31,2,10.50,M\xfcller \x80\r\nP2,\xc3\xa9,2024-01-31,2,1,\xff`, "latin1"), {}],
    [
      "a byte that contradicts UTF-8",
      "contradicted_encoding",
      Buffer.from(`${head}P1,\xc3\xa9,2024-01-31,2,10.50,\r\nP2,BK-1,2024-01-31,2,1,M\xfcller\r\n`, "latin1"),
      {},
    ],
    [
      "a character cut off by the end of the file",
      "contradicted_encoding",
      Buffer.from(`${head}P1,\xc3\xa9,2024-01-31,2,10.50,\r\nP2,BK-1,2024-01-31,2,1,\xc3`, "latin1"),
      {},
    ],
    ["a quote that is never closed", "quote_not_closed", Buffer.from(`${head}P1,BK-1,2024-01-31,2,10.50,x\r\nP2,"BK-1,2024-01-31,2\r\n`), {}],
    ["semicolons", null, Buffer.from("partner;sku;date;qty;amount\nP1;BK-1;2024-01-31;2;1,5\n"), { decimal: "," }],
  ];
  test.each(small)("reads the same however the file is cut into chunks: %s", async (_, code, bytes, format) => {
    const whole = await readAll("pos", chunked(bytes), format);
    expect(whole.error?.code ?? null).toBe(code);
    expect(whole.rows.length > 0 || code !== null).toBe(true);
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(await readAll("pos", chunked(bytes, cut), format), `cut at byte ${cut}`).toEqual(whole);
    }
    const everyByte = Array.from(bytes, (_byte, at) => at);
    expect(await readAll("pos", chunked(bytes, ...everyByte), format)).toEqual(whole);
  });

  test("balances: read = rows + rejected + ignored, and bytes add up to the file, for any bytes after a header", async () => {
    const part = fc.constantFrom(
      "P1,BK-1,2024-01-31,2,10.50\n",
      "P1,BK-1,2024-01-31,2\n",
      "P1,BK-1,never,2,1\n",
      "\n",
      " , ,\r\n",
      '"',
      ",",
      "é",
      "\0",
      "\r",
      "x",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 60 }), async (parts) => {
        const bytes = Buffer.from(`partner_code,sku,sale_date,units,net_amount\n${parts.join("")}`);
        const file = await readAll("pos", chunked(bytes));
        expect(file.read).toBe(file.rows.length + file.rejected.length + file.ignored);
        if (file.error === null) expect(file.bytes).toBe(bytes.length);
        else expect(["no_rows", "quote_not_closed"]).toContain(file.error.code);
      }),
    );
  });
});
