import type { StoredInput } from "@/lib/db/decisions";

/** The frozen inputs of all partners of a run, by code, read in parts. `readAfter`: so many at most, after a code. */
export async function readInputs(most: number, readAfter: (code: string, most: number) => Promise<readonly StoredInput[]>): Promise<StoredInput[]> {
  const stored: StoredInput[] = [];
  for (let after = ""; ; ) {
    const part = await readAfter(after, most);
    stored.push(...part);
    const last = part.at(-1);
    if (last === undefined || part.length < most) break;
    after = last.code;
  }
  // PostgreSQL orders by code point, JavaScript by UTF-16 unit: they differ beyond the basic plane.
  return stored.sort((a, b) => (a.code < b.code ? -1 : 1));
}
