import { z } from "zod";
import { Currency } from "@/lib/domain/define/program";

export const Delimiter = z.enum([",", ";", "\t", "|"]);
export type Delimiter = z.infer<typeof Delimiter>;

/** How a file is written, given with the file. A UTF-8 byte order mark wins over a stated encoding. */
export const FileFormat = z.strictObject({
  encoding: z.enum(["auto", "utf-8", "windows-1252"]).default("auto"),
  delimiter: z.enum(["auto", ...Delimiter.options]).default("auto"),
  /** The decimal mark; the other one of the two is then the thousands separator. */
  decimal: z.enum([".", ","]).default("."),
  dateFormat: z.enum(["YYYY-MM-DD", "MM/DD/YYYY", "DD/MM/YYYY", "DD.MM.YYYY"]).default("YYYY-MM-DD"),
  /** File header to our column, null to ignore it. A header that is not mentioned is matched by its name. */
  mapping: z.record(z.string(), z.string().nullable()).optional(),
  /** Currency of amounts whose line states none. */
  defaultCurrency: Currency.optional(),
});
export type FileFormat = z.infer<typeof FileFormat>;
