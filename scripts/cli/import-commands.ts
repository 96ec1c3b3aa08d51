import path from "node:path";
import { type Command, Option } from "commander";
import type { Actor } from "@/lib/access/actor";
import type { ImportDetail } from "@/lib/contracts/import-batch";
import { FileFormat } from "@/lib/import/file-format";
import { ImportKind } from "@/lib/import/import-kind";
import { BadInput } from "./failure";
import { reportImport } from "./import-report";
import { inOrganization } from "./in-organization";
import { type InputFile, openInput } from "./input-file";
import { collect, wholeNumber } from "./option-values";
import { print, printJson } from "./print";
import { type Progress, progressLine } from "./progress";
import { settleImport } from "./settle-import";

const { encoding, delimiter, decimal, dateFormat } = FileFormat.shape;

type Options = {
  readonly map: readonly string[];
  readonly onRejected: "ask" | "load" | "discard";
  readonly encoding: FileFormat["encoding"];
  readonly delimiter: FileFormat["delimiter"];
  readonly decimal: FileFormat["decimal"];
  readonly dateFormat: FileFormat["dateFormat"];
  readonly currency?: string;
  readonly org?: string;
  readonly json: boolean;
};

export function addImportCommands(cli: Command): void {
  cli
    .command("import")
    .description("Import a CSV file: check it, load it, and print its balance.")
    .addArgument(cli.createArgument("<kind>", "what the file's lines are").choices(ImportKind.options))
    .argument("<file>", "path of the file, or - for standard input")
    .option("--map <header=column>", "which column a header of the file fills, several times; header= ignores it", collect, [])
    .addOption(new Option("--on-rejected <what>", "when lines cannot be read").choices(["ask", "load", "discard"]).default("ask"))
    .addOption(new Option("--encoding <name>", "how text is encoded").choices(encoding.unwrap().options).default("auto"))
    .addOption(new Option("--delimiter <character>", "what separates cells").choices(delimiter.unwrap().options).default("auto"))
    .addOption(new Option("--decimal <mark>", "decimal mark").choices(decimal.unwrap().options).default("."))
    .addOption(new Option("--date-format <format>", "how days are written").choices(dateFormat.unwrap().options).default("YYYY-MM-DD"))
    .option("--currency <code>", "currency of amounts whose line states none")
    .option("--org <name or id>", "organization; needed when there are several")
    .option("--json", "print JSON", false)
    .addHelpText("after", "\nExample:\n  npm run tierline -- import pos july.csv --map Dealer=partner_code --map Remarks= --on-rejected load")
    .action(importFile);
  cli
    .command("decide")
    .description("Give the word on an import that waits because lines were rejected.")
    .argument("<batch>", "number of the import", wholeNumber)
    .addArgument(cli.createArgument("<decision>", "load the good lines, or nothing").choices(["load", "discard"]))
    .option("--org <name or id>", "organization; needed when there are several")
    .option("--json", "print JSON", false)
    .addHelpText("after", "\nExample:\n  npm run tierline -- decide 12 load")
    .action(decideImport);
  cli
    .command("discard-waiting")
    .description("Discard the lines of an import that wait for an unknown code; they are then never loaded.")
    .argument("<batch>", "number of the import", wholeNumber)
    .option("--org <name or id>", "organization; needed when there are several")
    .option("--json", "print JSON", false)
    .addHelpText("after", "\nExample:\n  npm run tierline -- discard-waiting 12")
    .action(discardWaiting);
}

async function importFile(kind: ImportKind, file: string, { map, onRejected, currency, org, json, ...options }: Options): Promise<void> {
  const mapping = Object.fromEntries(map.map(mapped));
  const { encoding, delimiter, decimal, dateFormat } = options;
  const format = { encoding, delimiter, decimal, dateFormat, mapping, ...(currency === undefined ? {} : { defaultCurrency: currency }) };
  const input = await openInput(file);
  await inOrganization(org, async (session) => {
    const { receiveImport } = await import("@/lib/services/measure/receive-import");
    const progress = progressLine();
    const received = await receiveImport(session.actor, {
      kind,
      fileName: path.basename(input.name),
      format,
      onRejected,
      expectedBytes: input.bytes,
      body: counted(input, progress),
    });
    await reportImport(await settled(session.actor, received.number, progress), json);
  });
}

async function decideImport(
  batch: number,
  decision: "load" | "discard",
  { org, json }: { readonly org?: string; readonly json: boolean },
): Promise<void> {
  await inOrganization(org, async (session) => {
    const services = await import("@/lib/services/measure/decide-import");
    await services.decideImport(session.actor, { batch, decision });
    await reportImport(await settled(session.actor, batch, progressLine()), json, { asWished: true });
  });
}

async function discardWaiting(batch: number, { org, json }: { readonly org?: string; readonly json: boolean }): Promise<void> {
  await inOrganization(org, async ({ actor }) => {
    const services = await import("@/lib/services/measure/discard-waiting");
    const after = await services.discardWaiting(actor, { batch });
    await (json ? printJson(after) : print(`Nothing of import ${batch} waits any more.`));
  });
}

async function settled(actor: Actor, batch: number, progress: Progress): Promise<ImportDetail> {
  const { getImport } = await import("@/lib/services/measure/get-import");
  await settleImport(actor, batch, progress);
  return getImport(actor, { batch });
}

/** `header=column`; the last = divides, so that a header may hold one. An empty column ignores the header. */
function mapped(pair: string): [string, string | null] {
  const at = pair.lastIndexOf("=");
  if (at < 1) throw new BadInput([`--map ${pair}: write it as header=column, or header= to ignore the header.`]);
  return [pair.slice(0, at), pair.slice(at + 1) || null];
}

async function* counted({ body, bytes }: InputFile, progress: Progress): AsyncGenerator<Uint8Array> {
  let sent = 0;
  for await (const chunk of body) {
    yield chunk;
    sent += chunk.length;
    progress.show(bytes === null ? `Sending: ${Math.round(sent / 1e6)} MB` : `Sending: ${Math.floor((100 * sent) / bytes)} %`);
  }
}
