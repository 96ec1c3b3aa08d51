import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
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

/** What came of an order; `fault` says why nothing did. */
export type Answer = { readonly orgId: number } | { readonly fault: string };

const PROJECT = path.join(import.meta.dirname, "..", "..", "..");

let office: ((order: Order) => Promise<Answer>) | null = null;

/** Has the services carry out an order in a process of their own, as a script on the server would. */
export async function atTheOffice(order: Order): Promise<{ readonly orgId: number }> {
  office ??= openOffice();
  const answer = await office(order);
  if ("fault" in answer) throw new Error(`The order "${order.order}" was not carried out: ${answer.fault}`);
  return answer;
}

/** One process for all orders of this one, since loading the services takes longer than an order; it ends when its input does. Orders are answered in turn. */
function openOffice(): (order: Order) => Promise<Answer> {
  const script = path.join(import.meta.dirname, "office-script.ts");
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", script], {
    cwd: PROJECT,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answers = createInterface({ input: child.stdout });
  const closed = once(answers, "close").then(() => {
    throw new Error("The office ended; the reason stands above.");
  });
  closed.catch(() => undefined); // said to whoever waits for an answer
  child.stdin.on("error", () => undefined); // what cannot be written any more: the office has ended, which is said
  let turn: Promise<unknown> = Promise.resolve();
  return (order) => {
    const answered = turn.then(async () => {
      const line = once(answers, "line");
      child.stdin.write(`${JSON.stringify(order)}\n`);
      const [answer] = await Promise.race([line, closed]);
      return JSON.parse(answer);
    });
    turn = answered.catch(() => undefined);
    return answered;
  };
}
