import { z } from "zod";
import { ImportBatch } from "./import-batch";

/** One kind of file, as people need to know it to write one. `template` is a CSV with a header and one example row. */
export const ImportKindGuide = z.object({
  kind: ImportBatch.shape.kind,
  help: z.string(),
  columns: z.array(z.object({ name: z.string(), required: z.boolean(), help: z.string(), aliases: z.array(z.string()) })),
  template: z.string(),
});
export type ImportKindGuide = z.infer<typeof ImportKindGuide>;

/** `currency`: the organization's own, which the templates write amounts in. */
export const ImportKindList = z.object({ currency: z.string(), items: z.array(ImportKindGuide) });
export type ImportKindList = z.infer<typeof ImportKindList>;
