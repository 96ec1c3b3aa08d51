// The command line over the services: `npm run tierline -- --help`, and docs/cli.md.
import { runCommandLine } from "./cli/command-line";

// A reader that has enough, as `head` does, is no fault: the write that fails says so, and ends the command.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

process.exitCode = await runCommandLine(process.argv.slice(2));
