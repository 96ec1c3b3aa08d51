// Receives and processes a generated file of sales: `import-large-file.ts <organization> <rows>`. Writes what it took as JSON.
import { Actor } from "@/lib/access/actor";
import { closeDatabase } from "@/lib/db/client";
import { processImport } from "@/lib/services/measure/process-import";
import { receiveImport } from "@/lib/services/measure/receive-import";

const [orgId = 0, rows = 0] = process.argv.slice(2).map(Number);
const actor = Actor.system(orgId, "import worker");

async function* sales(count: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from("partner_code,sku,sale_date,units,net_amount,document,document_line,note\n");
  for (let row = 0; row < count; ) {
    let text = "";
    for (const end = Math.min(row + 200, count); row < end; row++) {
      text += `A,S1,2024-01-${10 + (row % 20)},1,${row},D${row >> 3},${row & 7},${`${row.toString(36)} note `.repeat(48)}\n`;
    }
    yield Buffer.from(text);
  }
}

async function importSales(count: number) {
  const { number } = await receiveImport(actor, { kind: "pos", fileName: "sales.csv", body: sales(count) });
  return processImport(actor, { batch: number });
}

await importSales(2_000); // code, connections and buffers that any import needs
const before = process.memoryUsage.rss();
let peak = before;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 20);
const batch = await importSales(rows);
clearInterval(watch);
await closeDatabase();
process.stdout.write(JSON.stringify({ batch, growth: peak - before }));
