import type { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";
import type { ImportKind } from "@/lib/import/import-kind";
import { listImports } from "@/lib/services/measure/list-imports";
import { receiveImport } from "@/lib/services/measure/receive-import";
import { NO_PROGRESS } from "@/scripts/cli/progress";
import { settleImport } from "@/scripts/cli/settle-import";
import { adventureworksCsv } from "./adventureworks-files";
import { generatedCsv } from "./generated-files";

type DemoFile = { readonly kind: ImportKind; readonly name: string; readonly csv: Buffer };

/** In an order in which nothing refers to what comes later. */
export const DEMO_KINDS: readonly ImportKind[] = [
  ...(["regions", "products", "partners", "pos"] as const),
  ...(["opportunities", "certifications", "observations", "potentials"] as const),
];

/**
 * Imports every file of the demo as a person's upload would be, and tells `onFile` before each. What an earlier load began is finished, or,
 * if it broke off, begun again.
 */
export async function importDemoFiles(actor: Actor, onFile: (kind: ImportKind) => Promise<void>): Promise<void> {
  const { items: earlier } = await listImports(actor, { limit: 200 });
  for (const file of await demoFiles()) {
    await onFile(file.kind);
    const begun = earlier.find(({ fileName }) => fileName === file.name);
    const finished = begun === undefined ? null : await settleImport(actor, begun.number, NO_PROGRESS);
    if (finished?.status !== "published") await importFile(actor, file);
  }
}

async function importFile(actor: Actor, { kind, name, csv }: DemoFile): Promise<void> {
  const received = await receiveImport(actor, { kind, fileName: name, expectedBytes: csv.length, body: streamOf(csv) });
  const { status, number, outcome } = await settleImport(actor, received.number, NO_PROGRESS);
  if (status !== "published") throw new AppError("internal", `The sample file ${name} (import ${number}) is ${status}. ${outcome?.message ?? ""}`);
}

async function demoFiles(): Promise<DemoFile[]> {
  const regions = await adventureworksCsv("regions");
  const products = await adventureworksCsv("products");
  const partners = await adventureworksCsv("partners");
  const pos = await adventureworksCsv("pos");
  const generated = generatedCsv({ regions, partners, pos });
  const files: Record<ImportKind, Omit<DemoFile, "kind">> = {
    regions: { name: "adventureworks-regions.csv", csv: regions },
    products: { name: "adventureworks-products.csv", csv: products },
    partners: { name: "adventureworks-partners.csv", csv: partners },
    pos: { name: "adventureworks-pos.csv", csv: pos },
    opportunities: { name: "generated-opportunities.csv", csv: generated.opportunities },
    certifications: { name: "generated-certifications.csv", csv: generated.certifications },
    observations: { name: "generated-service-levels.csv", csv: generated.observations },
    potentials: { name: "generated-potentials.csv", csv: generated.potentials },
  };
  return DEMO_KINDS.map((kind) => ({ kind, ...files[kind] }));
}

async function* streamOf(csv: Buffer): AsyncGenerator<Uint8Array> {
  yield csv;
}
