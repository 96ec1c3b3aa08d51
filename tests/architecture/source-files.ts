import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const projectRoot = path.resolve(import.meta.dirname, "../..");

const GENERATED = path.join("lib", "db", "generated");

/** TypeScript files under a folder, relative to the project; none when there is no such folder. */
export function sourceFiles(folder: string): readonly string[] {
  const full = path.join(projectRoot, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith(GENERATED));
}

export type Import = { readonly specifier: string; readonly typeOnly: boolean };

const STATEMENT = /^\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"/gm;
const LATER = /\bimport\("([^"]+)"\)/g;

/** What a file imports or re-exports, at the top and later. */
export function importsOf(file: string): readonly Import[] {
  const text = readFileSync(path.join(projectRoot, file), "utf8");
  const statements = [...text.matchAll(STATEMENT)].map(([, type, specifier]) => ({ specifier: specifier ?? "", typeOnly: type !== undefined }));
  const later = [...text.matchAll(LATER)].map(([, specifier]) => ({ specifier: specifier ?? "", typeOnly: false }));
  return [...statements, ...later];
}
