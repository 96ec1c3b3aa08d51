import type { Command } from "commander";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { inOrganization } from "./in-organization";
import { businessDate, wholeNumber } from "./option-values";
import { pathReport } from "./path-report";
import { print, printJson } from "./print";

type PathOptions = {
  readonly tier?: string;
  readonly by?: IsoDate;
  readonly run?: number;
  readonly program: string;
  readonly org?: string;
  readonly json: boolean;
};

export function addPathCommand(cli: Command): void {
  cli
    .command("path")
    .description("Show what a partner can do to reach a tier at the least effort, by its figures in a run.")
    .argument("<partner>", "code of the partner")
    .option("--tier <key>", "key of the tier; else the next one")
    .option("--by <date>", "day by which it should count, YYYY-MM-DD; else the next review", businessDate)
    .option("--run <run>", "number of the run; else the last published one", wholeNumber)
    .option("--program <key>", "key of the program", "main")
    .option("--org <name or id>", "organization; needed when there are several")
    .option("--json", "print JSON", false)
    .addHelpText("after", "\nExample:\n  npm run tierline -- path P-100 --tier gold")
    .action(showPath);
}

async function showPath(partner: string, { tier, by, run, program, org, json }: PathOptions): Promise<void> {
  await inOrganization(org, async ({ actor }) => {
    const { getPath } = await import("@/lib/services/score/get-path");
    const path = await getPath(actor, { program, partner, run, tier, by });
    await (json ? printJson(path) : print(pathReport(path)));
  });
}
