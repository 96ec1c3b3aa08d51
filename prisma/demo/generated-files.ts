import { stringify } from "csv-stringify/sync";
import { csvRows } from "./adventureworks-files";
import { certifications } from "./generated/certifications";
import { opportunities } from "./generated/opportunities";
import { type PartnerProfile, partnerProfiles } from "./generated/partner-profile";
import { potentials } from "./generated/potentials";
import { serviceLevels } from "./generated/service-levels";

const GENERATORS = { opportunities, certifications, observations: serviceLevels } as const satisfies Record<
  string,
  (partner: PartnerProfile) => Record<string, string>[]
>;

type SourceFiles = { readonly regions: Buffer; readonly partners: Buffer; readonly pos: Buffer };

/** What AdventureWorks does not have, made up from a fixed seed and the real sales and regions: CSV in the import format. */
export function generatedCsv(files: SourceFiles): Record<keyof typeof GENERATORS | "potentials", Buffer> {
  const profiles = partnerProfiles(csvRows(files.partners), csvRows(files.pos));
  const csv = (rows: Record<string, string>[]) => Buffer.from(stringify(rows, { header: true }));
  return {
    opportunities: csv(profiles.flatMap(GENERATORS.opportunities)),
    certifications: csv(profiles.flatMap(GENERATORS.certifications)),
    observations: csv(profiles.flatMap(GENERATORS.observations)),
    potentials: csv(potentials(csvRows(files.regions))),
  };
}
