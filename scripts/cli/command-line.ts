import { Command } from "commander";
import { addAccountCommands } from "./account-commands";
import { addEvaluateCommand } from "./evaluate-command";
import { addExportCommands } from "./export-commands";
import { EXIT, type ExitCode, failureOf } from "./failure";
import { addImportCommands } from "./import-commands";
import { addOverrideCommands } from "./override-commands";
import { addPathCommand } from "./path-command";
import { say } from "./print";
import { addProgramCommands } from "./program-commands";
import { addRunCommands } from "./run-commands";

/** Runs one command; `args` as after `npm run tierline --`. Answers what the process ends with. Never throws. */
export async function runCommandLine(args: readonly string[]): Promise<ExitCode> {
  try {
    await commandLine().parseAsync(args, { from: "user" });
    return EXIT.ok;
  } catch (error) {
    const { exitCode, lines } = failureOf(error);
    for (const line of lines) say(line);
    if (process.env.DEBUG && error instanceof Error) say(error.stack ?? error.message);
    return exitCode;
  }
}

function commandLine(): Command {
  const cli = new Command("tierline")
    .description("Tierline on the command line, for cron and scripts: the same services as the pages and the API.")
    .exitOverride()
    .showHelpAfterError("(--help shows how)")
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 unexpected, 2 wrong usage or input, 3 refused by the rules, 4 not found, 5 waits for a person's word.",
    );
  addImportCommands(cli);
  addEvaluateCommand(cli);
  addRunCommands(cli);
  addPathCommand(cli);
  addOverrideCommands(cli);
  addExportCommands(cli);
  addProgramCommands(cli);
  addAccountCommands(cli);
  return cli;
}
