import { Actor } from "@/lib/access/actor";
import { pool } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { processImport } from "@/lib/services/measure/process-import";
import { receiveImport } from "@/lib/services/measure/receive-import";

export const PARTNERS = 2_000;
export const SKUS = 500;
export const LINES = 24;
export const CATEGORIES = 8;
export const REGIONS = 12;
/** Regions in which nobody sells: the gaps of coverage. */
const EMPTY_REGIONS = 4;

export type BenchOrganization = { readonly orgId: number; readonly actor: Actor };

/** An organization with 12 regions and four in which nobody sells, 500 SKUs in 24 lines of 8 categories, and 2,000 partners, loaded through the import. */
export async function benchOrganization(name: string): Promise<BenchOrganization> {
  const { rows } = await pool().query<{ id: number }>("select nextval(pg_get_serial_sequence('organization', 'id'))::int as id");
  const orgId = rows[0]?.id ?? 0;
  await inTransaction({ orgId, partnerId: null }, (client) =>
    client.query("insert into organization (id, name, currency) values ($1, $2, 'USD')", [orgId, name]),
  );
  const actor = Actor.system(orgId, "benchmark");
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
  await importText(actor, "regions", ["code,name,weight", ...numbers(REGIONS + EMPTY_REGIONS).map((i) => `R${i},Region ${i},${1 + (i % 5)}`)]);
  await importText(actor, "products", [
    "sku,name,line_code,line_name,category_code,category_name",
    ...numbers(SKUS).map(
      (i) => `S${i},Product ${i},L${i % LINES},Line ${i % LINES},C${(i % LINES) % CATEGORIES},Category ${(i % LINES) % CATEGORIES}`,
    ),
  ]);
  await importText(actor, "partners", [
    "code,name,region_code,type",
    ...numbers(PARTNERS).map((i) => `P${i},Partner ${i},R${i % REGIONS},${i % 3 === 0 ? "VAR" : "Warehouse"}`),
  ]);
  return { orgId, actor };
}

async function importText(actor: Actor, kind: "regions" | "products" | "partners", lines: readonly string[]): Promise<void> {
  async function* body() {
    yield Buffer.from(lines.join("\n"));
  }
  const { number } = await receiveImport(actor, { kind, fileName: `${kind}.csv`, body: body() });
  const { status } = await processImport(actor, { batch: number });
  if (status !== "published") throw new Error(`the benchmark's ${kind} were not loaded: ${status}`);
}
