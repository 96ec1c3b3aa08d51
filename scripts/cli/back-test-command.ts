import type { Command } from "commander";
import { MOST_QUARTERS } from "@/lib/domain/optimize/back-test/back-test-limits";
import { backTestReport } from "./back-test-report";
import { followBackTest } from "./follow-back-test";
import { inOrganization } from "./in-organization";
import { wholeNumber } from "./option-values";
import { print, printJson, say } from "./print";
import { progressLine } from "./progress";

type Options = { readonly quarters: number; readonly program: string; readonly org?: string; readonly json: boolean };

export function addBackTestCommand(program: Command): void {
  program
    .command("back-test")
    .description("Test a version against past quarters, as known then; the worker of `npm start` does the work.")
    .argument("<version>", "number of the version", wholeNumber)
    .option("--quarters <number>", "how many of the last full fiscal quarters, 1 to 8", wholeNumber, MOST_QUARTERS)
    .option("--program <key>", "key of the program", "main")
    .option("--org <name or id>", "organization; needed when there are several")
    .option("--json", "print JSON", false)
    .addHelpText("after", "\nExample:\n  npm run tierline -- program back-test 2 --quarters 4")
    .action(backTest);
}

async function backTest(version: number, { quarters, program, org, json }: Options): Promise<void> {
  await inOrganization(org, async ({ actor }) => {
    const { startBackTest } = await import("@/lib/services/optimize/start-back-test");
    await startBackTest(actor, { program, version, quarters });
    say("The worker is at it. Ctrl-C leaves it to go on.");
    const done = await followBackTest(actor, { program, version }, progressLine());
    await (json ? printJson(done) : print(backTestReport(done)));
  });
}
