// Writes docs/program.schema.json, the JSON Schema of a program document: node scripts/run-ts.mjs scripts/write-program-schema.ts
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { programJsonSchema } from "@/lib/domain/define/program-json-schema";

const file = path.join(import.meta.dirname, "..", "docs", "program.schema.json");
await writeFile(file, `${JSON.stringify(programJsonSchema(), null, 2)}\n`);
