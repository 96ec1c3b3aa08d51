// The command line over the services: see docs/cli.md. Whatever needs the database is imported when a command needs it.
import { Command } from "commander";
import { addAccountCommands } from "./cli/account-commands";
import { addEvaluateCommand } from "./cli/evaluate-command";
import { addExportCommands } from "./cli/export-commands";
import { failureOf } from "./cli/failure";
import { addImportCommands } from "./cli/import-commands";
import { addProgramCommands } from "./cli/program-commands";
import { addRunCommands } from "./cli/run-commands";

const cli = new Command("tierline")
  .description("Tierline on the command line, for cron and scripts. The same services as the pages and the API.")
  .exitOverride()
  .showHelpAfterError("(--help shows how)")
  .addHelpText("after", "\nExit codes: 0 done, 1 unexpected, 2 wrong usage or input, 3 refused by the rules, 4 not found, 5 waits for a person's word.");

addImportCommands(cli);
addEvaluateCommand(cli);
addRunCommands(cli);
addExportCommands(cli);
addProgramCommands(cli);
addAccountCommands(cli);

try {
  await cli.parseAsync();
} catch (error) {
  const { exitCode, lines } = failureOf(error);
  for (const line of lines) console.error(line);
  if (process.env.DEBUG) console.error(error);
  process.exitCode = exitCode;
}
