import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PROGRAM_TEMPLATES } from "../../lib/domain/define/templates/program-templates";
import { goldenOf, goldenText } from "./golden-file";
import { seededInput } from "./seeded-input";

/**
 * Writes the golden runs that are not there yet: `npx tsx tests/golden/write-goldens.ts`. A golden that is there is never written again, since
 * it says what runs of this engine version came to. A construct begins as a file with an input alone.
 */
const SEED = 7;
const at = (...names: string[]) => path.join(import.meta.dirname, ...names);

for (const template of PROGRAM_TEMPLATES) {
  const file = at("templates", `${template.key}.json`);
  if (!existsSync(file)) writeFileSync(file, goldenText(goldenOf(seededInput(template.program("USD"), SEED))));
}
for (const name of readdirSync(at("constructs"))) {
  const { input, decisionsHash } = JSON.parse(readFileSync(at("constructs", name), "utf8"));
  if (decisionsHash === undefined) writeFileSync(at("constructs", name), goldenText(goldenOf(input)));
}
