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

/** Imports every file of the demo as a person's upload would be. What an earlier load began is finished, or, if it broke off, begun again. */
export async function importDemoFiles(actor: Actor): Promise<void> {
  const { items: earlier } = await listImports(actor, { limit: 200 });
  for (const file of await demoFiles()) {
    const begun = earlier.find(({ fileName }) => fileName === file.name);
    const finished = begun === undefined ? null : await settleImport(actor, begun.number, NO_PROGRESS);
    if (finished?.status !== "published") await importFile(actor, file);
  }
}

async function importFile(actor: Actor, { kind, name, csv }: DemoFile): Promise<void> {
  const received = await receiveImport(actor, { kind, fileName: name, expectedBytes: csv.length, body: streamOf(csv) });
  const { status, number, outcome } = await settleImport(actor, received.number, NO_PROGRESS);
  if (status !== "published") throw new AppError("internal", `The demo's ${name} (import ${number}) is ${status}. ${outcome?.message ?? ""}`);
}

/** In an order in which nothing refers to what comes later. */
async function demoFiles(): Promise<DemoFile[]> {
  const regions = await adventureworksCsv("regions");
  const partners = await adventureworksCsv("partners");
  const pos = await adventureworksCsv("pos");
  const generated = generatedCsv({ regions, partners, pos });
  return [
    { kind: "regions", name: "adventureworks-regions.csv", csv: regions },
    { kind: "products", name: "adventureworks-products.csv", csv: await adventureworksCsv("products") },
    { kind: "partners", name: "adventureworks-partners.csv", csv: partners },
    { kind: "pos", name: "adventureworks-pos.csv", csv: pos },
    { kind: "opportunities", name: "generated-opportunities.csv", csv: generated.opportunities },
    { kind: "certifications", name: "generated-certifications.csv", csv: generated.certifications },
    { kind: "observations", name: "generated-service-levels.csv", csv: generated.observations },
    { kind: "potentials", name: "generated-potentials.csv", csv: generated.potentials },
  ];
}

async function* streamOf(csv: Buffer): AsyncGenerator<Uint8Array> {
  yield csv;
}
