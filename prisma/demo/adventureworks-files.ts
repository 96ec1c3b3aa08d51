import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { parse } from "csv-parse/sync";

/** A file of prisma/demo/adventureworks, unpacked: CSV in the import format, UTF-8. */
export async function adventureworksCsv(kind: "regions" | "products" | "partners" | "pos"): Promise<Buffer> {
  return promisify(gunzip)(await readFile(path.join(import.meta.dirname, "adventureworks", `${kind}.csv.gz`)));
}

/** The rows of such a file by column name, every cell a string. */
export function csvRows(csv: Buffer): Record<string, string>[] {
  return parse(csv, { columns: true });
}
