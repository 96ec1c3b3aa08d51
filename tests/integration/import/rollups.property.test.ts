import { expect, test } from "vitest";
import { importDatabase } from "./import-database";
import type { ImportOrganization } from "./import-organization";

const database = importDatabase();

/** The numbers of a small linear congruential generator: the same sequence for the same seed, everywhere. */
function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const HEADER = "partner_code,sku,sale_date,units,net_amount,currency,region_code,document,document_line\n";
const SKUS = ["S1", "S2", "S3", "S4"];
const LINES = ["parts", "bikes", "frames"];

/** A sale of few possible ones, so that files overlap, correct and repeat each other. S4 and partner C are unknown at first. */
function sale(roll: (sides: number) => number): string {
  const keyed = roll(2) === 0;
  const [partner, sku] = [["A", "B", "C"][roll(3)], SKUS[roll(4)]];
  const units = roll(7) - 2;
  const region = ["", "north", "south"][roll(3)];
  return `${partner},${sku},2024-0${1 + roll(3)}-0${1 + roll(2)},${units},${units}.${roll(4)},${roll(4) === 0 ? "EUR" : "USD"},${region},${keyed ? "D1" : ""},${keyed ? roll(4) : ""}\n`;
}

function productFile(lines: ReadonlyMap<string, string>): string {
  const rows = [...lines].map(([sku, line]) => `${sku},${sku},${line},${line},all,All\n`);
  return `sku,name,line_code,line_name,category_code,category_name\n${rows.join("")}`;
}

type Cell = { readonly cell: string; readonly lines: number; readonly units: number; readonly net: number };

const byCell = (a: Cell, b: Cell): number => (a.cell < b.cell ? -1 : 1);

/** Rollups summed up to a sequence, empty ones left out. */
async function rolledUp({ rows }: ImportOrganization, seq: number): Promise<Cell[]> {
  const cells = await rows<Cell>(
    `select concat_ws(' ', p.code, m.month, l.code, r.code, m.currency) as cell, sum(m.lines)::int as lines, sum(m.units)::int as units, sum(m.net_e4)::int as net
     from pos_month m join import_batch b on b.org_id = m.org_id and b.id = m.batch_id join partner p on p.org_id = m.org_id and p.id = m.partner_id
     join product_line l on l.org_id = m.org_id and l.id = m.line_id join region r on r.org_id = m.org_id and r.id = m.region_id
     where m.org_id = $1 and b.seq <= $2 group by 1 having sum(m.lines) <> 0 or sum(m.units) <> 0 or sum(m.net_e4) <> 0`,
    [seq],
  );
  return cells.sort(byCell);
}

/** The smaller rollup, up to a sequence, in the same words. */
async function rolledUpByPartner({ rows }: ImportOrganization, seq: number): Promise<Cell[]> {
  const cells = await rows<Cell>(
    `select concat_ws(' ', p.code, m.month, m.currency) as cell, sum(m.lines)::int as lines, sum(m.units)::int as units, sum(m.net_e4)::int as net
     from pos_partner_month m join import_batch b on b.org_id = m.org_id and b.id = m.batch_id join partner p on p.org_id = m.org_id and p.id = m.partner_id
     where m.org_id = $1 and b.seq <= $2 group by 1 having sum(m.lines) <> 0 or sum(m.units) <> 0 or sum(m.net_e4) <> 0`,
    [seq],
  );
  return cells.sort(byCell);
}

/** Cells without their product lines and regions; what comes to nothing is left out. */
function withoutLines(cells: readonly Cell[]): Cell[] {
  const sums = new Map<string, Cell>();
  for (const { cell, lines, units, net } of cells) {
    const [partner, month, , , currency] = cell.split(" ");
    const key = [partner, month, currency].join(" ");
    const sum = sums.get(key) ?? { cell: key, lines: 0, units: 0, net: 0 };
    sums.set(key, { cell: key, lines: sum.lines + lines, units: sum.units + units, net: sum.net + net });
  }
  return [...sums.values()].filter(({ lines, units, net }) => lines !== 0 || units !== 0 || net !== 0).sort(byCell);
}

/** A plain sum over the facts live at a sequence, each SKU in the product line it had then. */
async function summed({ rows }: ImportOrganization, seq: number, lineOf: ReadonlyMap<string, string>): Promise<Cell[]> {
  const facts = await rows<{ partner: string; sku: string; month: string; region: string; currency: string; units: number; net: number }>(
    `select p.code as partner, s.sku, date_trunc('month', l.sale_date)::date::text as month, r.code as region, l.currency, l.units, l.net_e4::int as net
     from pos_line l join import_batch b on b.org_id = l.org_id and b.id = l.batch_id join partner p on p.org_id = l.org_id and p.id = l.partner_id
     join product s on s.org_id = l.org_id and s.id = l.product_id join region r on r.org_id = l.org_id and r.id = l.region_id
     where l.org_id = $1 and b.seq <= $2 and not exists (
       select from fact_retirement t join import_batch tb on tb.org_id = t.org_id and tb.id = t.batch_id
         where t.org_id = $1 and t.kind = 'pos' and t.fact_id = l.id and tb.seq <= $2)`,
    [seq],
  );
  const cells = new Map<string, Cell>();
  for (const { partner, sku, month, region, currency, units, net } of facts) {
    const cell = [partner, month, lineOf.get(sku), region, currency].join(" ");
    const sum = cells.get(cell) ?? { cell, lines: 0, units: 0, net: 0 };
    cells.set(cell, { cell, lines: sum.lines + 1, units: sum.units + units, net: sum.net + net });
  }
  return [...cells.values()].sort(byCell);
}

test.each([1, 2, 3])("rollups up to each sequence are the plain sums over the facts live at it, whatever batches came (seed %i)", async (seed) => {
  const roll = dice(seed * 7_919);
  const org = await database.organization(`rollups ${seed}`);
  await org.withMasterData();
  const lines = new Map([
    ["S1", "parts"],
    ["S2", "parts"],
    ["S3", "bikes"],
  ]);
  const linesAt: Map<string, string>[] = [];
  const files: string[] = [];
  for (let batch = 0; batch < 24; batch++) {
    const what = roll(6);
    if (what === 0) {
      for (const sku of batch > 8 ? SKUS : SKUS.slice(0, 3)) if (roll(2) === 0) lines.set(sku, LINES[roll(3)] ?? "parts");
      await org.upload("products", productFile(lines));
    } else if (what === 1) {
      await org.upload("partners", `code,name,region_code\nA,Alpha,${roll(2) === 0 ? "north" : "south"}\n${batch > 8 ? "C,Gamma,north\n" : ""}`);
    } else {
      const repeated = files[roll(files.length)]?.split("\n").slice(1, 4).join("\n") ?? "";
      const file = `${HEADER}${repeated}${repeated === "" ? "" : "\n"}${Array.from({ length: 1 + roll(12) }, () => sale(roll)).join("")}`;
      files.push(file);
      await org.upload("pos", file);
    }
    const [{ seq } = { seq: 0 }] = await org.rows<{ seq: number }>("select value as seq from org_counter where org_id = $1 and name = 'seq'");
    while (linesAt.length <= seq) linesAt.push(new Map(lines));
  }

  const [{ last, replays, corrected } = { last: 0, replays: 0, corrected: 0 }] = await org.rows<{ last: number; replays: number; corrected: number }>(
    "select max(seq) as last, count(*) filter (where origin = 'replay' and seq is not null)::int as replays, sum(rows_corrected) filter (where kind = 'pos')::int as corrected from import_batch where org_id = $1",
  );
  expect(replays).toBeGreaterThan(0);
  expect(corrected).toBeGreaterThan(0);
  for (let seq = 1; seq <= last; seq++) {
    const cells = await summed(org, seq, linesAt[seq] ?? lines);
    expect(await rolledUp(org, seq), `as known at ${seq}`).toEqual(cells);
    expect(await rolledUpByPartner(org, seq), `by partner, as known at ${seq}`).toEqual(withoutLines(cells));
  }
  expect((await rolledUp(org, last)).length).toBeGreaterThan(5);
});
