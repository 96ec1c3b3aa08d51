import type { Ref } from "@/lib/contracts/page";
import { type DecisionDifference, DIFFERENCES_SHOWN } from "@/lib/contracts/reperformed-run";
import type { BulkDb } from "@/lib/db/bulk";
import type { StoredDecision } from "@/lib/db/decisions";
import type { Decision } from "@/lib/domain/score/decision";
import { type Difference, firstDifference } from "@/lib/domain/shared/first-difference";
import { lineHash } from "./hash-run";
import { columnDifference } from "./stored-columns";

/** Few enough that neither they nor the time they take are felt. */
const CHUNK = 100;
const VALUE_SHOWN = 120;

export type ComparedDecisions = {
  readonly storedHash: string;
  /** Null without an evaluation, and so is `differing`. */
  readonly evaluatedHash: string | null;
  /** The columns that lists show repeat what each stored decision says. */
  readonly isShownAsStored: boolean;
  readonly differing: number | null;
  readonly differences: DecisionDifference[];
};

/** Compares the stored decisions on partners, in code order, with evaluated ones; null: there are none. Of both only a few are in memory as text. */
export async function compareDecisions(
  bulk: BulkDb,
  runId: number,
  partners: readonly Ref[],
  evaluated: readonly Decision[] | null,
): Promise<ComparedDecisions> {
  const evaluatedOf = new Map(evaluated?.map((decision) => [decision.partner, decision]));
  const storedHash = lineHash();
  const evaluatedHash = lineHash();
  const differences: DecisionDifference[] = [];
  let differing = 0;
  let isShownAsStored = true;

  const compare = (partner: Ref, row: StoredDecision): void => {
    const stored = storedHash.add(row.explanation);
    const decision = evaluatedOf.get(partner.code);
    const again = decision === undefined ? null : evaluatedHash.add(decision);
    const column = columnDifference(row);
    if (column !== null) isShownAsStored = false;
    const difference =
      evaluated === null || stored === again ? column : firstDifference(JSON.parse(stored), again === null ? undefined : JSON.parse(again));
    if (difference === null) return;
    differing += 1;
    if (differences.length < DIFFERENCES_SHOWN) differences.push(differenceDto(partner, difference));
  };

  for (let start = 0; start < partners.length; start += CHUNK) {
    const chunk = partners.slice(start, start + CHUNK);
    const rows = await bulk.read((db) =>
      db.decisions.listStored(
        runId,
        chunk.map(({ code }) => code),
      ),
    );
    const rowOf = new Map(rows.map((row) => [row.code, row]));
    for (const partner of chunk) {
      const row = rowOf.get(partner.code);
      if (row !== undefined) compare(partner, row);
    }
  }
  return {
    storedHash: storedHash.digest(),
    evaluatedHash: evaluated === null ? null : evaluatedHash.digest(),
    isShownAsStored,
    differing: evaluated === null ? null : differing,
    differences,
  };
}

function differenceDto(partner: Ref, { path, one, other }: Difference): DecisionDifference {
  return { partner, path, stored: shortJson(one), evaluated: shortJson(other) };
}

function shortJson(value: unknown): string | null {
  if (value === undefined) return null;
  const text = JSON.stringify(value);
  return text.length > VALUE_SHOWN ? `${text.slice(0, VALUE_SHOWN)}…` : text;
}
