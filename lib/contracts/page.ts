import { z } from "zod";

/** Keyset paging of the API: pass `cursor` back as received. */
export const PageQuery = z.strictObject({ cursor: z.string().max(500).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });
export type PageQuery = z.infer<typeof PageQuery>;

export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const PartnerCode = z.string().min(1).max(64);
export const Ref = z.object({ code: z.string(), name: z.string() });
export type Ref = z.infer<typeof Ref>;
