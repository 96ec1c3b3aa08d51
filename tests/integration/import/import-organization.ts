import pg from "pg";
import type { z } from "zod";
import { Actor } from "@/lib/access/actor";
import type { ImportBatch } from "@/lib/contracts/import-batch";
import { processImport } from "@/lib/services/measure/process-import";
import { receiveImport } from "@/lib/services/measure/receive-import";
import { factFactory } from "../../support/facts";

type Upload = z.input<typeof receiveImport.service.input>;
export type UploadOptions = Partial<Pick<Upload, "format" | "onRejected" | "expectedBytes" | "fileName">>;

export type ImportOrganization = Awaited<ReturnType<typeof importOrganization>>;

/** An empty organization whose channel manager uploads files. */
export async function importOrganization(appUrl: string, name: string) {
  const { orgId, close } = await factFactory(appUrl, { name, currency: "USD" });
  const client = new pg.Client({ connectionString: appUrl, options: "-c TimeZone=UTC" });
  await client.connect();
  await client.query("select set_config('app.org_id', $1, false)", [String(orgId)]);
  const manager = Actor.fromUserRow({ id: 1, orgId, name: "Mia Manager", role: "channel_manager", partnerId: null });

  const receive = (kind: Upload["kind"], file: string | Uint8Array, options: UploadOptions = {}): Promise<ImportBatch> =>
    receiveImport(manager, { kind, fileName: `${kind}.csv`, body: bytesOf(file), ...options });
  const upload = async (kind: Upload["kind"], file: string | Uint8Array, options: UploadOptions = {}): Promise<ImportBatch> => {
    const { number } = await receive(kind, file, options);
    return processImport(manager, { batch: number });
  };

  return {
    orgId,
    manager,
    receive,
    upload,
    process: (batch: number) => processImport(manager, { batch }),
    /** SQL as the application's role within the organization; its number is $1. */
    rows: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
      (await client.query<Row>(text, [orgId, ...values])).rows,
    /** Two regions below one, three products in two lines of one category, and partners A (north) and B (south). */
    async withMasterData(): Promise<void> {
      await upload("regions", REGIONS);
      await upload("products", PRODUCTS);
      await upload("partners", PARTNERS);
    },
    close: async () => {
      await client.end();
      await close();
    },
  };
}

export const REGIONS = "code,name,parent_code\nnorth,North,world\nsouth,South,world\nworld,World,\n";
export const PRODUCTS =
  "sku,name,line_code,line_name,category_code,category_name\nS1,Saddle,parts,Parts,all,All\nS2,Pedal,parts,Parts,all,All\nS3,Bike,bikes,Bikes,all,All\n";
export const PARTNERS = "code,name,region_code\nA,Alpha,north\nB,Beta,south\n";

/** The bytes of a file in two pieces, as a connection may bring them. */
async function* bytesOf(file: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(file);
  const half = Math.floor(bytes.length / 2);
  yield bytes.subarray(0, half);
  yield bytes.subarray(half);
}
