import { spawn } from "node:child_process";
import path from "node:path";
import { text } from "node:stream/consumers";
import type { CreateUser } from "@/lib/contracts/user";
import type { Program } from "@/lib/domain/define/program";
import type { ImportKind } from "@/lib/import/import-kind";

/** An organization to found: its accounts, files loaded in this order, its program, and the days to publish a run as of. */
export type FoundOrder = {
  readonly order: "found";
  readonly name: string;
  readonly people: readonly CreateUser[];
  readonly files: readonly { readonly kind: ImportKind; readonly csv: string }[];
  readonly program: Program | null;
  readonly reviews: readonly string[];
};
export type Order = FoundOrder | { readonly order: "remove-user"; readonly orgId: number; readonly email: string };

const PROJECT = path.join(import.meta.dirname, "..", "..", "..");

/** Has the services carry out an order in a process of their own, as a script on the server would. */
export async function atTheOffice(order: Order): Promise<{ readonly orgId: number }> {
  const script = path.join(import.meta.dirname, "office-script.ts");
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", script], {
    cwd: PROJECT,
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(JSON.stringify(order));
  const [answer, code] = await Promise.all([text(child.stdout), new Promise<number | null>((resolve) => child.once("exit", resolve))]);
  if (code !== 0) throw new Error(`The order "${order.order}" was not carried out; the reason stands above.`);
  return JSON.parse(answer);
}
