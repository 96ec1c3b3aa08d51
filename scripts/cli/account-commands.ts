import { randomBytes } from "node:crypto";
import { text } from "node:stream/consumers";
import { type Command, Option } from "commander";
import { Permission, Role } from "@/lib/access/permissions";
import { BadInput } from "./failure";
import { inOrganization } from "./in-organization";
import { collect, wholeNumber } from "./option-values";
import { print, printJson } from "./print";

type UserOptions = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly partner?: string;
  readonly passwordStdin: boolean;
  readonly org?: string;
  readonly json: boolean;
};

type TokenOptions = {
  readonly name: string;
  readonly scope: readonly string[];
  readonly user: string;
  readonly expiresInDays?: number;
  readonly org?: string;
  readonly json: boolean;
};

export function addAccountCommands(cli: Command): void {
  cli
    .command("user")
    .description("Open accounts.")
    .command("create")
    .description("Open an account that signs in with an e-mail address and a password, which is made up and printed unless given.")
    .requiredOption("--email <address>", "e-mail address to sign in with")
    .requiredOption("--name <name>", "name of the person")
    .addOption(new Option("--role <role>", "what the person may do").choices(Role.options).makeOptionMandatory())
    .option("--partner <code>", "code of the partner; of partner users only")
    .option("--password-stdin", "read the password from the first line of standard input", false)
    .option("--org <name or id>", "organization; needed when there are several")
    .option("--json", "print JSON", false)
    .addHelpText("after", '\nExample:\n  npm run tierline -- user create --email ada@example.com --name "Ada Adler" --role channel_manager')
    .action(createAccount);
  cli
    .command("token")
    .description("Make API tokens.")
    .command("create")
    .description("Make an API token that acts with a user's role, narrowed to scopes. It is printed once and never again.")
    .requiredOption("--name <name>", "what the token is for")
    .requiredOption("--scope <permission>", `what it may do, several times: ${Permission.options.join(", ")}`, collect, [])
    .requiredOption("--user <email>", "user with whose role it acts")
    .option("--expires-in-days <days>", "days until it ends; 365 unless given", wholeNumber)
    .option("--org <name or id>", "organization; needed when there are several")
    .option("--json", "print JSON", false)
    .addHelpText(
      "after",
      "\nExample:\n  npm run tierline -- token create --name nightly-pos --scope import.write --scope import.read --user ada@example.com",
    )
    .action(createApiToken);
}

async function createAccount({ email, name, role, partner, passwordStdin, org, json }: UserOptions): Promise<void> {
  const given = passwordStdin ? ((await text(process.stdin)).split(/\r?\n/)[0] ?? "") : null;
  const password = given ?? randomBytes(15).toString("base64url");
  await inOrganization(org, async ({ actor }) => {
    const { createUser } = await import("@/lib/services/settings/create-user");
    const user = await createUser(actor, { email, name, role, partner: partner ?? null, password });
    const made = given === null ? { password } : {};
    await (json
      ? printJson({ ...user, ...made })
      : print(`Account ${user.email} (${user.role}) is open.${given === null ? ` Password: ${password}` : ""}`));
  });
}

async function createApiToken({ name, scope, user, expiresInDays, org, json }: TokenOptions): Promise<void> {
  const scopes = scope.map(permission);
  await inOrganization(org, async ({ actor }) => {
    const { createToken } = await import("@/lib/services/settings/create-token");
    const created = await createToken(actor, { name, scopes, owner: user, ...(expiresInDays === undefined ? {} : { expiresInDays }) });
    await (json ? printJson(created) : print(created.token));
  });
}

function permission(scope: string): Permission {
  const parsed = Permission.safeParse(scope);
  if (!parsed.success) throw new BadInput([`--scope ${scope} is no permission. Use ${Permission.options.join(", ")}.`]);
  return parsed.data;
}
