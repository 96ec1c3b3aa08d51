import { z } from "zod";
import { ImportBatch } from "./import-batch";

/** What is said of a file in the query of the request whose body it is. */
export const ImportUpload = z.strictObject({
  kind: ImportBatch.shape.kind,
  /** The file's name. */
  name: z.string().min(1).max(200),
  /** How the file is written, as JSON: {"delimiter": ";", "mapping": {"Kunde": "partner"}}. */
  format: z.string().max(100_000).transform(parseJson).optional(),
  /** What to do when rows are rejected: ask (the default), load the good ones, or discard them all. */
  onRejected: z.enum(["ask", "load", "discard"]).optional(),
});
export type ImportUpload = z.infer<typeof ImportUpload>;

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    context.addIssue({ code: "custom", message: `not valid JSON: ${error instanceof Error ? error.message : String(error)}` });
    return z.NEVER;
  }
}
