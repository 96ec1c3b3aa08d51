import type { Command } from "commander";
import type { StandingsRow } from "@/lib/contracts/standings";
import { inOrganization, type Session } from "./in-organization";
import { wholeNumber } from "./option-values";
import { printJson, write } from "./print";

const PAGE = 200;

type Organization = { readonly org?: string };
type StandingsOptions = { readonly run: number; readonly org?: string; readonly json: boolean };

export function addExportCommands(cli: Command): void {
  const exports = cli.command("export").description("Write results to standard output.");
  exports
    .command("standings")
    .description("The standings of a run as CSV, or as JSON.")
    .requiredOption("--run <number>", "number of the run", wholeNumber)
    .option("--org <name or id>", "organization; needed when there are several")
    .option("--json", "print JSON", false)
    .addHelpText("after", "\nExample:\n  npm run tierline -- export standings --run 4 > standings.csv")
    .action(exportStandings);
  exports
    .command("rejected")
    .description("The lines of an import that could not be read, with the reasons: a CSV file to mend and import again.")
    .argument("<batch>", "number of the import", wholeNumber)
    .option("--org <name or id>", "organization; needed when there are several")
    .addHelpText("after", "\nExample:\n  npm run tierline -- export rejected 12 > rejected.csv")
    .action((batch: number, options: Organization) => exportRows("rejected", batch, options));
  exports
    .command("waiting")
    .description("The lines of an import that wait for an unknown code, with that code: a CSV file to mend and import again.")
    .argument("<batch>", "number of the import", wholeNumber)
    .option("--org <name or id>", "organization; needed when there are several")
    .addHelpText("after", "\nExample:\n  npm run tierline -- export waiting 12 > waiting.csv")
    .action((batch: number, options: Organization) => exportRows("waiting", batch, options));
}

async function exportStandings({ run, org, json }: StandingsOptions): Promise<void> {
  await inOrganization(org, async ({ actor }) => {
    if (json) return printJson(await allStandings(actor, run));
    const services = await import("@/lib/services/score/export-standings");
    const { chunks } = await services.exportStandingsCsv(actor, { run });
    for await (const chunk of chunks) await write(chunk);
  });
}

async function allStandings(actor: Session["actor"], run: number): Promise<StandingsRow[]> {
  const { listDecisions } = await import("@/lib/services/score/list-decisions");
  const rows: StandingsRow[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listDecisions(actor, { run, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
    rows.push(...page.items);
    if (page.nextCursor === null) return rows;
    cursor = page.nextCursor;
  }
}

const ROWS = {
  rejected: async () => (await import("@/lib/services/measure/write-rejected-rows")).writeRejectedRows,
  waiting: async () => (await import("@/lib/services/measure/write-waiting-rows")).writeWaitingRows,
} as const;

async function exportRows(which: keyof typeof ROWS, batch: number, { org }: Organization): Promise<void> {
  await inOrganization(org, async ({ actor }) => {
    const writeRows = await ROWS[which]();
    const { chunks } = await writeRows(actor, { batch });
    for await (const piece of chunks) await write(piece);
  });
}
