import type { Command } from "commander";
import type { Run } from "@/lib/contracts/run";
import { EndsWith, EXIT } from "./failure";
import { inOrganization } from "./in-organization";
import { wholeNumber } from "./option-values";
import { print, printJson } from "./print";
import { reperformReport } from "./reperform-report";
import { runReport } from "./run-report";

type Options = { readonly note?: string; readonly org?: string; readonly json: boolean };

export function addRunCommands(cli: Command): void {
  cli
    .command("publish")
    .description("Publish a draft run. From then on it never changes, and partners see it.")
    .argument("<run>", "number of the run", wholeNumber)
    .option("--note <text>", "why it is published")
    .option("--org <name or id>", "organization; needed when there are several")
    .option("--json", "print JSON", false)
    .addHelpText("after", '\nExample:\n  npm run tierline -- publish 4 --note "Fourth quarter"')
    .action(publish);
  cli
    .command("reperform")
    .description("Evaluate a run again from its frozen inputs and compare: proof that nothing was changed since. Ends with 1 when it differs.")
    .argument("<run>", "number of the run", wholeNumber)
    .option("--org <name or id>", "organization; needed when there are several")
    .option("--json", "print JSON", false)
    .addHelpText("after", "\nExample:\n  npm run tierline -- reperform 4")
    .action(reperform);
}

async function publish(run: number, { note, org, json }: Options): Promise<void> {
  await inOrganization(org, async ({ actor }) => {
    const { publishRun } = await import("@/lib/services/score/publish-run");
    const published: Run = await publishRun(actor, { run, ...(note === undefined ? {} : { note }) });
    await (json ? printJson(published) : print(runReport(published)));
  });
}

async function reperform(run: number, { org, json }: Options): Promise<void> {
  await inOrganization(org, async ({ actor }) => {
    const { reperformRun } = await import("@/lib/services/score/reperform-run");
    const found = await reperformRun(actor, { run });
    await (json ? printJson(found) : print(reperformReport(found)));
    if (!found.inputs || !found.decisions || !found.evaluation) throw new EndsWith(EXIT.unexpected);
  });
}
