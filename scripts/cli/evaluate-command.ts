import type { Command } from "commander";
import { dataGapWords } from "@/components/score/data-gap";
import { today } from "@/lib/clock";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { BadInput } from "./failure";
import { inOrganization } from "./in-organization";
import { businessDate, wholeNumber } from "./option-values";
import { print, printJson, say } from "./print";
import { runReport } from "./run-report";

type Options = {
  readonly asOf?: IsoDate;
  readonly program?: string;
  readonly version?: number;
  readonly knownAt?: number;
  readonly metrics?: string;
  readonly previous?: string;
  readonly org?: string;
  readonly json: boolean;
};

export function addEvaluateCommand(cli: Command): void {
  cli
    .command("evaluate")
    .description("Evaluate a program: all partners of the organization as a draft run, or with --metrics the partners of a file.")
    .option("--as-of <date>", "business date, YYYY-MM-DD; needed unless --metrics is given, then today (UTC)", businessDate)
    .option("--program <key or file>", "key of the program (main), or with --metrics its JSON file")
    .option("--version <number>", "version of the program; otherwise the one in effect", wholeNumber)
    .option("--known-at <sequence>", "leave out import batches published after this sequence", wholeNumber)
    .option("--metrics <file>", "no database: a CSV file with a row per partner and a column per metric")
    .option("--previous <file>", "with --metrics: decisions of an earlier evaluation, to move from")
    .option("--org <name or id>", "organization; needed when there are several")
    .option("--json", "print JSON", false)
    .addHelpText(
      "after",
      `
Examples:
  npm run tierline -- evaluate --as-of 2013-11-30
  npm run tierline -- evaluate --program docs/examples/program.json --metrics docs/examples/metrics.csv --as-of 2013-11-30 --json`,
    )
    .action((options: Options) => (options.metrics === undefined ? evaluateOrganization(options) : evaluateMetricsFile(options, options.metrics)));
}

async function evaluateMetricsFile({ program, previous, asOf = today("UTC"), json, ...others }: Options, metrics: string): Promise<void> {
  if (program === undefined) throw new BadInput(["--metrics needs a program as well: --program <file>."]);
  const [misplaced] = (["version", "knownAt", "org"] as const).filter((option) => others[option] !== undefined);
  if (misplaced !== undefined)
    throw new BadInput([`--${misplaced === "knownAt" ? "known-at" : misplaced} belongs to the database; leave it out with --metrics.`]);
  const { evaluateFiles } = await import("./evaluate-files");
  await evaluateFiles({ program, metrics, previous, asOf, json });
}

async function evaluateOrganization({ asOf, program, version, knownAt, previous, org, json }: Options): Promise<void> {
  if (asOf === undefined) throw new BadInput(["Say as of which day: --as-of YYYY-MM-DD."]);
  if (previous !== undefined) throw new BadInput(["--previous belongs to files; leave it out without --metrics."]);
  const input = {
    asOf,
    ...(program === undefined ? {} : { program }),
    ...(version === undefined ? {} : { version }),
    ...(knownAt === undefined ? {} : { knownAt }),
  };
  await inOrganization(org, async ({ actor }) => {
    const { evaluateRun } = await import("@/lib/services/score/evaluate-run");
    const draft = await evaluateRun(actor, input);
    const { compareRun } = await import("@/lib/services/score/compare-run");
    const gap = dataGapWords(draft.asOf, (await compareRun(actor, { run: draft.number })).dataThrough);
    if (gap !== null) say(`The data does not reach ${draft.asOf}. ${gap}`);
    await (json ? printJson(draft) : print(runReport(draft)));
  });
}
