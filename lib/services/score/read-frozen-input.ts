import type { Ref } from "@/lib/contracts/page";
import type { BulkDb } from "@/lib/db/bulk";
import type { RunRow } from "@/lib/db/runs";
import { Program } from "@/lib/domain/define/program";
import type { RunInput } from "@/lib/domain/run-input";
import { AppError } from "@/lib/errors";
import { inTurns } from "@/lib/services/in-turns";
import { inputHead, lineHash } from "./hash-run";
import { readInputs } from "./read-inputs";

const CHUNK = 250;

/** What a run was evaluated from, as it is stored now: `partners` by code, and the hash of it all. */
export type FrozenInput = { readonly input: RunInput; readonly partners: readonly Ref[]; readonly hash: string };

/** @throws AppError unprocessable when the stored program is none any more */
export async function readFrozenInput(bulk: BulkDb, run: RunRow): Promise<FrozenInput> {
  const program = await readRules(bulk, run);
  const stored = await readInputs(CHUNK, (after, most) => bulk.read((db) => db.decisions.listInputs(run.id, after, most)));
  const input = { program, asOf: run.asOf, partners: stored.map((row) => row.input) };
  return { input, partners: stored.map(({ code, name }) => ({ code, name })), hash: await inTurns(hashed(input, run.engineVersion)) };
}

async function readRules(bulk: BulkDb, { id, number }: RunRow): Promise<Program> {
  const program = Program.safeParse(await bulk.read((db) => db.runs.readDocument(id)));
  if (program.success) return program.data;
  throw new AppError("unprocessable", `The rules that run ${number} was evaluated with are stored no more: somebody changed them in the database.`);
}

function* hashed(input: RunInput, engine: string): Generator<undefined, string> {
  const hash = lineHash();
  hash.add(inputHead(input, engine));
  for (const [place, partner] of input.partners.entries()) {
    hash.add(partner);
    if (place % CHUNK === 0) yield;
  }
  return hash.digest();
}
