import { z } from "zod";
import { PageQuery, pageOf, Ref } from "./page";

export const Partner = z.object({
  code: z.string(),
  name: z.string(),
  region: Ref,
  type: z.string().nullable(),
  enrolledOn: z.string().nullable(),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type Partner = z.infer<typeof Partner>;

export const PartnersQuery = PageQuery.extend({ search: z.string().max(100).optional() });
export type PartnersQuery = z.infer<typeof PartnersQuery>;
export const PartnerPage = pageOf(Partner);
export type PartnerPage = z.infer<typeof PartnerPage>;
