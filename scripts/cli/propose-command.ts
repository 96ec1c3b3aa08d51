import type { Command } from "commander";
import type { ProgramVersionSummary } from "@/lib/contracts/program";
import type { Simulation } from "@/lib/contracts/simulation";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { inOrganization } from "./in-organization";
import { businessDate, wholeNumber } from "./option-values";
import { print, printJson, table } from "./print";

type ProposeOptions = {
  readonly effectiveFrom: IsoDate;
  readonly note: string;
  readonly program: string;
  readonly org?: string;
  readonly json: boolean;
};

/** Approving is not a command: it takes a person who looks at the page. */
export function addProposeCommand(program: Command): void {
  program
    .command("propose")
    .description("Simulate a draft on the partners of the last published run, and hand it to a person, who approves it in the browser.")
    .argument("<version>", "number of the version", wholeNumber)
    .requiredOption("--effective-from <date>", "first business date it shall be in effect, YYYY-MM-DD", businessDate)
    .requiredOption("--note <text>", "what changes, and why; whoever approves reads it")
    .option("--program <key>", "key of the program", "main")
    .option("--org <name or id>", "organization; needed when there are several")
    .option("--json", "print JSON", false)
    .addHelpText(
      "after",
      '\nExample:\n  npm run tierline -- program propose 2 --effective-from 2014-01-01 --note "Gold asks for a second certificate"',
    )
    .action(propose);
}

async function propose(version: number, { program, effectiveFrom, note, org, json }: ProposeOptions): Promise<void> {
  await inOrganization(org, async ({ actor }) => {
    const { getProgramVersion } = await import("@/lib/services/define/get-program-version");
    const { getProposalTerms } = await import("@/lib/services/define/get-proposal-terms");
    const { proposeDraft } = await import("@/lib/services/define/propose-draft");
    const { simulateDraft } = await import("@/lib/services/optimize/simulate-draft");
    const { revision } = await getProgramVersion(actor, { program, version });
    const { needsSecondPerson } = await getProposalTerms(actor, { program, version });
    const simulation = needsSecondPerson ? await simulateDraft(actor, { program, version }) : null;
    const proposed = await proposeDraft(actor, { program, version, revision, effectiveFrom, note });
    await (json ? printJson({ proposed, simulation }) : print(`${proposalLine(proposed)}\n${simulationReport(simulation)}`));
  });
}

function proposalLine({ program, version, effectiveFrom }: ProgramVersionSummary): string {
  return `Program ${program.key} version ${version}: proposed, to take effect from ${effectiveFrom}. Another person approves it on its page.`;
}

/** Who would move, and the partners by tier, highest first. */
function simulationReport(simulation: Simulation | null): string {
  if (simulation === null) return "No run is published yet: nobody has a tier that it could move, and nothing was simulated.";
  const { run, summary } = simulation;
  const { promoted, demoted, unchanged, unplaced } = summary.decided;
  const gone = unplaced === 0 ? "" : `, ${unplaced} lose a tier that is gone`;
  const before = new Map(summary.before.map(({ tier, partners }) => [tier, partners]));
  const rows = summary.after.toReversed().map(({ tier, name, partners }) => [name, partners, before.get(tier) ?? null]);
  return `On the ${summary.partners} partners of run ${run.number}, ${run.asOf}: ${promoted} rise, ${demoted} fall, ${unchanged} stay${gone}.\n${table(["tier", "partners", "in the run"], rows)}`;
}
