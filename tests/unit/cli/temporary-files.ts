import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** Writes files into a fresh folder and answers their paths under the names given. */
export async function files<Name extends string>(contents: Record<Name, string>): Promise<Record<Name, string>> {
  const folder = await mkdtemp(path.join(tmpdir(), "tierline-cli-"));
  const paths = {} as Record<Name, string>;
  for (const [name, content] of Object.entries<string>(contents)) {
    const file = path.join(folder, name);
    await writeFile(file, content);
    paths[name as Name] = file;
  }
  return paths;
}
