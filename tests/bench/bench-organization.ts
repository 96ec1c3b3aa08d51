import { Actor } from "@/lib/access/actor";
import { pool } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { createProgramVersion } from "@/lib/services/define/create-program-version";
import { publishProgramVersion } from "@/lib/services/define/publish-program-version";
import { processImport } from "@/lib/services/measure/process-import";
import { receiveImport } from "@/lib/services/measure/receive-import";
import { CRITERIA, syntheticProgram, syntheticValues } from "./synthetic-run";

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
  const organization = await newOrganization(name);
  const { actor } = organization;
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
  return organization;
}

/** An organization of which everything is measured by observations: the partners of a synthetic run, and its program in effect. */
export async function observedOrganization(name: string, partners: number): Promise<BenchOrganization> {
  const organization = await newOrganization(name);
  const { orgId, actor } = organization;
  const metrics = Array.from({ length: CRITERIA }, (_, metric) => `m${metric}`);
  await inTransaction({ orgId, partnerId: null }, (client) =>
    client.query(
      "insert into custom_metric (org_id, key, name, unit, better_when) select $1, key, key, 'number', 'higher' from unnest($2::text[]) as key",
      [orgId, metrics],
    ),
  );
  const codes = Array.from({ length: partners }, (_, partner) => `P${partner}`);
  const values = syntheticValues(partners);
  await importText(actor, "regions", ["code,name", "R,Region"]);
  await importText(actor, "partners", ["code,name,region_code", ...codes.map((code) => `${code},Partner ${code},R`)]);
  await importText(actor, "observations", [
    "partner_code,metric,observed_on,value",
    ...codes.flatMap((code, partner) =>
      metrics.map((metric, place) => `${code},${metric},2026-06-15,${(values[partner * CRITERIA + place] ?? 0).toFixed(2)}`),
    ),
  ]);
  const { version } = await createProgramVersion(actor, { document: syntheticProgram() });
  await publishProgramVersion(actor, { version, effectiveFrom: "2024-01-01" });
  return organization;
}

async function newOrganization(name: string): Promise<BenchOrganization> {
  const { rows } = await pool().query<{ id: number }>("select nextval(pg_get_serial_sequence('organization', 'id'))::int as id");
  const orgId = rows[0]?.id ?? 0;
  await inTransaction({ orgId, partnerId: null }, (client) =>
    client.query("insert into organization (id, name, currency) values ($1, $2, 'USD')", [orgId, name]),
  );
  return { orgId, actor: Actor.system(orgId, "benchmark") };
}

async function importText(actor: Actor, kind: "regions" | "products" | "partners" | "observations", lines: readonly string[]): Promise<void> {
  async function* body() {
    yield Buffer.from(lines.join("\n"));
  }
  const { number } = await receiveImport(actor, { kind, fileName: `${kind}.csv`, body: body() });
  const { status } = await processImport(actor, { batch: number });
  if (status !== "published") throw new Error(`the benchmark's ${kind} were not loaded: ${status}`);
}
