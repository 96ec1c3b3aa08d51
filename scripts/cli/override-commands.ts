import { type Command, Option } from "commander";
import { type Override, OverrideState } from "@/lib/contracts/override";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { inOrganization } from "./in-organization";
import { businessDate, wholeNumber } from "./option-values";
import { print, printJson, table } from "./print";

type Common = { readonly org?: string; readonly json: boolean };
type CreateOptions = Common & {
  readonly partner: string;
  readonly tier: string;
  readonly until: IsoDate;
  readonly reason: string;
  readonly owner: string;
  readonly program: string;
};
type ListOptions = Common & { readonly state: OverrideState | "all"; readonly partner?: string; readonly program: string };

export function addOverrideCommands(cli: Command): void {
  const override = cli.command("override").description("Set partners' tiers by hand, for a time.");
  override
    .command("create")
    .description("Set a partner's tier by hand from the next evaluation on. The override that the partner has ends.")
    .requiredOption("--partner <code>", "code of the partner")
    .requiredOption("--tier <key>", "key of a tier of the program's version in effect")
    .requiredOption("--until <date>", "first day on which it no longer holds, at most 24 months ahead, YYYY-MM-DD", businessDate)
    .requiredOption("--reason <text>", "why; the partner sees it")
    .requiredOption("--owner <email>", "user who answers for it")
    .option("--program <key>", "key of the program", "main")
    .option("--org <name or id>", "organization; needed when there are several")
    .option("--json", "print JSON", false)
    .addHelpText(
      "after",
      '\nExample:\n  npm run tierline -- override create --partner P-100 --tier gold --until 2027-07-01 --reason "Strategic account" --owner ada@example.com',
    )
    .action(create);
  override
    .command("end")
    .description("End an override before its day: the next evaluation decides by the figures.")
    .argument("<override>", "number of the override", wholeNumber)
    .requiredOption("--reason <text>", "why it ends")
    .option("--org <name or id>", "organization; needed when there are several")
    .option("--json", "print JSON", false)
    .addHelpText("after", '\nExample:\n  npm run tierline -- override end 3 --reason "The account was sold"')
    .action(end);
  override
    .command("list")
    .description("List overrides: those in force by the day they expire, others newest first.")
    .addOption(new Option("--state <state>", "which of them").choices([...OverrideState.options, "all"]).default("in_force"))
    .option("--partner <code>", "of one partner only")
    .option("--program <key>", "key of the program", "main")
    .option("--org <name or id>", "organization; needed when there are several")
    .option("--json", "print JSON", false)
    .addHelpText("after", "\nExample:\n  npm run tierline -- override list --state all")
    .action(list);
}

async function create({ partner, tier, until, reason, owner, program, org, json }: CreateOptions): Promise<void> {
  await inOrganization(org, async ({ actor }) => {
    const { createOverride } = await import("@/lib/services/score/create-override");
    const created = await createOverride(actor, { program, partner, tier, expires: until, reason, owner });
    const replaced = created.replaced === null ? "" : ` It takes the place of override ${created.replaced}, which has ended.`;
    const report = `Override ${created.number}: ${created.partner.name} is ${created.tier.name} until ${created.expires}, from the next evaluation on.${replaced}`;
    await (json ? printJson(created) : print(report));
  });
}

async function end(override: number, { reason, org, json }: Common & { readonly reason: string }): Promise<void> {
  await inOrganization(org, async ({ actor }) => {
    const { endOverride } = await import("@/lib/services/score/end-override");
    const ended = await endOverride(actor, { override, reason });
    await (json ? printJson(ended) : print(`Override ${override} of ${ended.partner.name} has ended. The next evaluation decides by the figures.`));
  });
}

async function list({ state, partner, program, org, json }: ListOptions): Promise<void> {
  await inOrganization(org, async ({ actor }) => {
    const { listOverrides } = await import("@/lib/services/score/list-overrides");
    const found: Override[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listOverrides(actor, {
        program,
        state,
        limit: 200,
        ...(partner !== undefined && { partner }),
        ...(cursor !== undefined && { cursor }),
      });
      found.push(...page.items);
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    await (json ? printJson(found) : print(overridesReport(found)));
  });
}

function overridesReport(overrides: readonly Override[]): string {
  if (overrides.length === 0) return "There is no such override.";
  const rows = overrides.map((one) => [
    ...[one.number, one.partner.code, one.tier.key, one.qualified?.key ?? "–", one.expires],
    ...[one.state.replace("_", " "), one.owner, one.reason],
  ]);
  return table(["number", "partner", "tier", "qualifies for", "until", "state", "owner", "reason"], rows);
}
