import { once } from "node:events";
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { processImport } from "@/lib/services/measure/process-import";
import { receiveImport } from "@/lib/services/measure/receive-import";
import { type BenchOrganization, benchOrganization, PARTNERS, SKUS } from "./bench-organization";
import { compare, type Measurement } from "./measure";
import { sequence } from "./sequence";

const ROWS = 1_000_000;
const DAYS = 912;
const RUNS = 3;

/** The whole way of a file (store, parse, validate, match, compare with what is known, roll up, publish) against COPY of the same rows into an equal table. */
export async function benchImport(adminUrl: string): Promise<Measurement & { peakMb: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), "tierline-bench-"));
  const file = path.join(folder, "pos.csv");
  const copyFile = path.join(folder, "pos.copy");
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  let peakMb = 0;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, process.memoryUsage.rss() / 1e6);
  }, 50);
  try {
    await writePosFile(file);
    // A new organization for each run: the file is news to it.
    const organizations: BenchOrganization[] = [];
    for (let run = 0; run < RUNS + 2; run++) organizations.push(await benchOrganization(`Import ${run}`));
    const ours = async () => {
      const organization = organizations.pop();
      if (organization === undefined) throw new Error("there is no organization left to import into");
      const { actor } = organization;
      const received = await receiveImport(actor, { kind: "pos", fileName: "pos.csv", body: createReadStream(file, { highWaterMark: 256 * 1024 }) });
      const done = await processImport(actor, { batch: received.number });
      if (done.rows.loaded !== ROWS) throw new Error(`only ${done.rows.loaded} lines were loaded`);
    };
    await ours();
    await pipeline(
      admin.query(copyTo("copy (select * from pos_line where batch_id = (select max(batch_id) from pos_line)) to stdout")),
      createWriteStream(copyFile),
    );
    await admin.query("create table flat (like pos_line including all)");
    const reference = async () => {
      await admin.query("truncate flat");
      await pipeline(createReadStream(copyFile, { highWaterMark: 256 * 1024 }), admin.query(copyFrom("copy flat from stdin")));
    };
    const measurement = await compare(
      "POS import, 1 M lines",
      3,
      "from the first byte to published, 48 MB of CSV / COPY of the same rows into a table with the same indexes",
      { runs: RUNS },
      ours,
      reference,
    );
    return { ...measurement, peakMb };
  } finally {
    clearInterval(watch);
    await admin.query("drop table if exists flat");
    await admin.query("truncate pos_line, pos_month, pos_partner_month");
    await admin.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writePosFile(file: string): Promise<void> {
  const next = sequence(7);
  const out = createWriteStream(file);
  out.write("partner_code,sku,sale_date,units,net_amount,currency,document,document_line\n");
  for (let row = 0; row < ROWS; row += 10_000) {
    let text = "";
    for (let i = row; i < row + 10_000; i++) {
      const day = new Date(Date.UTC(2024, 0, 1 + Math.floor((i * DAYS) / ROWS))).toISOString().slice(0, 10);
      const partner = Math.floor(PARTNERS * next() * next()); // few sell much, many sell little
      text += `P${partner},S${Math.floor(SKUS * next())},${day},${1 + Math.floor(9 * next())},${(next() * 5000).toFixed(2)},USD,INV${i >> 2},${i & 3}\n`;
    }
    if (!out.write(text)) await once(out, "drain");
  }
  out.end();
  await once(out, "close");
}
