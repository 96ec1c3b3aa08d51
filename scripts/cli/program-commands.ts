import type { Command } from "commander";
import type { ProgramVersionSummary } from "@/lib/contracts/program";
import { programJsonSchema } from "@/lib/domain/define/program-json-schema";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { addBackTestCommand } from "./back-test-command";
import { inOrganization } from "./in-organization";
import { readJson } from "./input-file";
import { businessDate, wholeNumber } from "./option-values";
import { print, printJson, say } from "./print";
import { issueLine } from "./program-issue-line";
import { addProposeCommand } from "./propose-command";

type Common = { readonly program: string; readonly note?: string; readonly org?: string; readonly json: boolean };

export function addProgramCommands(cli: Command): void {
  const program = cli.command("program").description("Create and publish versions of a program; its JSON Schema.");
  program
    .command("create")
    .description("Store a program document as the next draft version.")
    .argument("<file>", "the program document, JSON (docs/program.schema.json)")
    .option("--program <key>", "key of the program", "main")
    .option("--note <text>", "what is new in this version")
    .option("--org <name or id>", "organization; needed when there are several")
    .option("--json", "print JSON", false)
    .addHelpText("after", "\nExample:\n  npm run tierline -- program create docs/examples/program.json")
    .action(createVersion);
  addProposeCommand(program);
  program
    .command("publish")
    .description("Put a draft into effect from a day on, while no run is published; from then on it never changes.")
    .argument("<version>", "number of the version", wholeNumber)
    .requiredOption("--effective-from <date>", "first business date it is in effect, YYYY-MM-DD", businessDate)
    .option("--program <key>", "key of the program", "main")
    .option("--note <text>", "why it is published")
    .option("--org <name or id>", "organization; needed when there are several")
    .option("--json", "print JSON", false)
    .addHelpText("after", "\nExample:\n  npm run tierline -- program publish 2 --effective-from 2013-12-01")
    .action(publishVersion);
  addBackTestCommand(program);
  program
    .command("schema")
    .description("Print the JSON Schema of a program document, for editors and checks.")
    .addHelpText("after", "\nExample:\n  npm run --silent tierline -- program schema > program.schema.json")
    .action(() => printJson(programJsonSchema()));
}

async function createVersion(file: string, { program, note, org, json }: Common): Promise<void> {
  const document = await readJson(file);
  await inOrganization(org, async ({ actor }) => {
    const { createProgramVersion } = await import("@/lib/services/define/create-program-version");
    const created = await createProgramVersion(actor, { program, document, ...(note === undefined ? {} : { note }) });
    for (const issue of created.issues) say(issueLine(file, issue));
    await (json ? printJson(created) : print(versionLine(created)));
  });
}

async function publishVersion(
  version: number,
  { program, effectiveFrom, note, org, json }: Common & { readonly effectiveFrom: IsoDate },
): Promise<void> {
  await inOrganization(org, async ({ actor }) => {
    const { publishProgramVersion } = await import("@/lib/services/define/publish-program-version");
    const published = await publishProgramVersion(actor, { program, version, effectiveFrom, ...(note === undefined ? {} : { note }) });
    await (json ? printJson(published) : print(versionLine(published)));
  });
}

function versionLine({ program, version, status, effectiveFrom }: ProgramVersionSummary): string {
  return `Program ${program.key} version ${version}: ${status}${effectiveFrom === null ? "" : `, in effect from ${effectiveFrom}`}.`;
}
