import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { parse } from "csv-parse/sync";

/** The files of prisma/demo/adventureworks, in the order in which they must be imported. */
export const ADVENTUREWORKS_KINDS = ["regions", "products", "partners", "pos"] as const;
export type AdventureworksKind = (typeof ADVENTUREWORKS_KINDS)[number];

/** One of the files, unpacked: CSV in the import format, UTF-8. */
export async function adventureworksCsv(kind: AdventureworksKind): Promise<Buffer> {
  return promisify(gunzip)(await readFile(path.join(import.meta.dirname, "adventureworks", `${kind}.csv.gz`)));
}

/** The rows of such a file by column name, every cell a string. */
export function csvRows(csv: Buffer): Record<string, string>[] {
  return parse(csv, { columns: true });
}
