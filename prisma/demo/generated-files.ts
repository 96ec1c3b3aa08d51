import { stringify } from "csv-stringify/sync";
import { csvRows } from "./adventureworks-files";
import { certifications } from "./generated/certifications";
import { opportunities } from "./generated/opportunities";
import { type PartnerProfile, partnerProfiles } from "./generated/partner-profile";
import { serviceLevels } from "./generated/service-levels";

const GENERATORS = { opportunities, certifications, observations: serviceLevels } as const satisfies Record<
  string,
  (partner: PartnerProfile) => Record<string, string>[]
>;

/** What AdventureWorks does not have, made up from a fixed seed and the real sales: CSV in the import format. */
export function generatedCsv(files: { readonly partners: Buffer; readonly pos: Buffer }): Record<keyof typeof GENERATORS, Buffer> {
  const profiles = partnerProfiles(csvRows(files.partners), csvRows(files.pos));
  const csv = (generate: (partner: PartnerProfile) => Record<string, string>[]) =>
    Buffer.from(stringify(profiles.flatMap(generate), { header: true }));
  return { opportunities: csv(GENERATORS.opportunities), certifications: csv(GENERATORS.certifications), observations: csv(GENERATORS.observations) };
}
