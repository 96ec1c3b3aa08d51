import { z } from "zod";
import { pageOf } from "./page";
import { RowNumber } from "./row-number";

export const BatchStatus = z.enum(["receiving", "queued", "checking", "ready", "loading", "published", "unchanged", "discarded", "failed"]);
export type BatchStatus = z.infer<typeof BatchStatus>;

/** Ten-thousandths of a currency's major unit. */
const AmountByCurrency = z.record(z.string(), z.number().int());

export const ImportBatch = z.object({
  number: z.number().int(),
  kind: z.enum(["regions", "products", "partners", "pos", "opportunities", "certifications", "observations", "potentials"]),
  origin: z.enum(["file", "replay"]),
  /** The batch whose parked rows this one replayed. */
  replayOf: z.number().int().nullable(),
  fileName: z.string(),
  fileBytes: z.number().int(),
  fileSha256: z.string().nullable(),
  /** What was said of how the file is written; `mapping` leads from a header to the column it holds, null where it is ignored. */
  format: z
    .object({
      encoding: z.string(),
      delimiter: z.string(),
      decimal: z.string(),
      dateFormat: z.string(),
      mapping: z.record(z.string(), z.string().nullable()),
      defaultCurrency: z.string(),
    })
    .partial(),
  status: BatchStatus,
  seq: z.number().int().nullable(),
  header: z.array(z.object({ header: z.string(), column: z.string().nullable() })).nullable(),
  /** read = loaded + unchanged + duplicate + rejected + unmatched + ignored. `corrected` are those of the loaded rows that replaced an earlier record. */
  rows: z.object({
    read: z.number().int(),
    loaded: z.number().int(),
    unchanged: z.number().int(),
    duplicate: z.number().int(),
    rejected: z.number().int(),
    unmatched: z.number().int(),
    ignored: z.number().int(),
    corrected: z.number().int(),
  }),
  /** Money totals of the readable rows: read = loaded + unchanged + duplicate + unmatched, by currency. {} for kinds without money. */
  amounts: z
    .object({
      read: AmountByCurrency,
      loaded: AmountByCurrency,
      unchanged: AmountByCurrency,
      duplicate: AmountByCurrency,
      unmatched: AmountByCurrency,
    })
    .partial(),
  /** Parked rows still waiting for their partner or SKU. */
  waiting: z.number().int(),
  bytesDone: z.number().int(),
  outcome: z.object({ code: z.string(), message: z.string() }).catchall(z.unknown()).nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
  decidedBy: z.string().nullable(),
  publishedAt: z.string().nullable(),
});
export type ImportBatch = z.infer<typeof ImportBatch>;

export const ImportBatchPage = pageOf(ImportBatch);
export type ImportBatchPage = z.infer<typeof ImportBatchPage>;

export const BatchRef = z.strictObject({ batch: RowNumber });

/** The person's word on a batch that waits because rows were rejected. */
export const DecideImport = BatchRef.extend({ decision: z.enum(["load", "discard"]) });

export const RejectedRow = z.object({
  line: z.number().int(),
  raw: z.array(z.string()),
  errors: z.array(z.object({ column: z.string().nullable(), value: z.string(), code: z.string(), message: z.string() })),
});
export type RejectedRow = z.infer<typeof RejectedRow>;

/** `firstLine`: where in the file the first of these rows stands. */
export const UnmatchedGroup = z.object({ missing: z.string(), code: z.string(), rows: z.number().int(), firstLine: z.number().int() });
export type UnmatchedGroup = z.infer<typeof UnmatchedGroup>;

/** An evaluation by this version that meets amounts in `from` is refused: it has no exchange rate to its own currency `to`. */
export const MissingRate = z.object({ program: z.string(), version: z.number().int(), from: z.string(), to: z.string() });
export type MissingRate = z.infer<typeof MissingRate>;

export const ImportDetail = z.object({
  batch: ImportBatch,
  /** The first rejected rows; all of them are in the download. */
  rejected: z.array(RejectedRow),
  /** Unknown codes with the rows that wait for them, most rows first. */
  unmatched: z.array(UnmatchedGroup),
  /** Currencies of the readable rows that a program in effect today cannot convert. */
  missingRates: z.array(MissingRate),
});
export type ImportDetail = z.infer<typeof ImportDetail>;
