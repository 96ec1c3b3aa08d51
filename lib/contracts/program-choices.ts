import { z } from "zod";

const Named = z.object({ code: z.string(), name: z.string() });

/** Codes of the organization's data, to choose from where a rule names one; a rule may name others too. */
export const ProgramChoices = z.object({
  categories: z.array(z.string()),
  lines: z.array(Named),
  regions: z.array(Named),
  tracks: z.array(z.string()),
  customMetrics: z.array(Named),
  /** Attributes that partners have, and some of the values. */
  attributes: z.record(z.string(), z.array(z.string())),
});
export type ProgramChoices = z.infer<typeof ProgramChoices>;
