// The command line over the services: `npm run tierline -- --help`, and docs/cli.md.
import { runCommandLine } from "./cli/command-line";

process.exitCode = await runCommandLine(process.argv.slice(2));
