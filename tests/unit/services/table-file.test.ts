import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { toMinor } from "@/lib/domain/shared/money";
import { type TableColumn, type TableFile, writeTable } from "@/lib/services/table-file";

type Line = { readonly name: string; readonly amount: number | null; readonly score: number | null };

const COLUMNS: readonly TableColumn<Line>[] = [
  { name: "name", cell: ({ name }) => name },
  { name: "amount", cell: ({ amount }) => (amount === null ? null : { amount: toMinor(amount), currency: "USD" }) },
  { name: "score", cell: ({ score }) => score },
];

function table(...pieces: Line[][]): TableFile<Line> {
  async function* rows() {
    yield* pieces;
  }
  return { name: "money", origin: { organization: "=Harbor", filter: "all" }, columns: COLUMNS, rows: rows() };
}

async function bytes(chunks: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts);
}

const LINES: Line[][] = [
  [
    { name: "Anchor & Co", amount: 24_151, score: 50 },
    { name: "=1+1", amount: -5, score: null },
  ],
  [{ name: "", amount: null, score: 0.5 }],
];

test("a CSV file says in each line where it comes from, writes money exactly, and leaves nothing to be run as a formula", async () => {
  const file = writeTable("csv", table(...LINES));
  expect(file.fileName).toBe("money.csv");
  expect((await bytes(file.chunks)).toString("utf8")).toBe(
    ["\uFEFForganization,filter,name,amount,score", "'=Harbor,all,Anchor & Co,241.51,50", "'=Harbor,all,'=1+1,-0.05,", "'=Harbor,all,,,0.5", ""].join(
      "\r\n",
    ),
  );
});

test("a workbook has the same rows with numbers as numbers and text as text, and says on a second sheet where they come from", async () => {
  const file = writeTable("xlsx", table(...LINES));
  expect(file.fileName).toBe("money.xlsx");
  const parts = unzipSync(await bytes(file.chunks));
  const read = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const texts = [...read("xl/sharedStrings.xml").matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text);
  const sheet = (name: string) =>
    [...read(name).matchAll(/<c r="([A-Z]+\d+)"([^>]*)><v>([^<]*)<\/v><\/c>/g)].map(([, cell, attributes, value]) => [
      cell,
      attributes?.includes('t="s"') ? texts[Number(value)] : Number(value),
    ]);
  expect(sheet("xl/worksheets/sheet1.xml")).toEqual([
    ["A1", "name"],
    ["B1", "amount"],
    ["C1", "score"],
    ["A2", "Anchor &amp; Co"],
    ["B2", 241.51],
    ["C2", 50],
    ["A3", "=1+1"],
    ["B3", -0.05],
    ["C4", 0.5],
  ]);
  expect(sheet("xl/worksheets/sheet2.xml").map(([, value]) => value)).toEqual(["organization", "=Harbor", "filter", "all"]);
  expect(read("xl/worksheets/sheet1.xml")).not.toContain("<f>");
});

test("a workbook of more rows than memory should hold is refused with the way out", async () => {
  const many = Array.from({ length: 50_001 }, () => ({ name: "x", amount: 1, score: 1 }));
  await expect(bytes(writeTable("xlsx", table(many)).chunks)).rejects.toMatchObject({ code: "too_large", message: expect.stringContaining("CSV") });
});
