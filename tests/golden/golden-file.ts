import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { completed, ENGINE_VERSION, ENGINES } from "../../lib/domain/engines";
import type { RunInput } from "../../lib/domain/run-input";
import type { Decision } from "../../lib/domain/score/decision";
import { canonicalJson } from "../../lib/domain/shared/canonical-json";

/** What a decision comes to, for people to compare; the hash pins the rest of it. */
export type Outcome = {
  readonly partner: string;
  readonly score: number | null;
  readonly rank: number | null;
  readonly qualified: string;
  readonly decided: string;
  readonly movement: string;
  readonly reading?: string | null | undefined;
  /** Of a thousand variations of the weights. */
  readonly stays: number;
  readonly points: Readonly<Record<string, number | null>>;
};

/** A run's frozen input, what its decisions come to, and the hash of all that they say: each engine goes on giving what it gave. */
export type GoldenRun = { readonly engine: string; readonly input: RunInput; readonly outcomes: readonly Outcome[]; readonly decisionsHash: string };

export function readGolden(file: string): GoldenRun {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, file), "utf8"));
}

/** What an engine makes of an input today. */
export function goldenOf(input: RunInput, engine = ENGINE_VERSION): GoldenRun {
  const perform = ENGINES.get(engine);
  if (perform === undefined) throw new Error(`there is no engine ${engine}`);
  const decisions = completed(perform(input));
  const decisionsHash = createHash("sha256").update(canonicalJson(decisions)).digest("hex");
  return { engine, input, outcomes: decisions.map(outcomeOf), decisionsHash };
}

function outcomeOf({ partner, score, rank, qualified, decided, movement, reading, robustness, nodes }: Decision): Outcome {
  return {
    ...{ partner, score, rank, qualified, decided, movement: movement.code },
    ...(reading !== undefined && { reading }),
    stays: robustness?.stays ?? 0,
    points: Object.fromEntries(nodes.map(({ key, points }) => [key, points])),
  };
}

/** A partner and an outcome a line, so that a difference is a line. */
export function goldenText({ engine, input: { asOf, program, partners }, outcomes, decisionsHash }: GoldenRun): string {
  const lines = (values: readonly unknown[]) => values.map((value) => `    ${JSON.stringify(value)}`).join(",\n");
  return `{
  "engine": "${engine}",
  "input": { "asOf": "${asOf}", "program": ${JSON.stringify(program)}, "partners": [
${lines(partners)}
  ] },
  "outcomes": [
${lines(outcomes)}
  ],
  "decisionsHash": "${decisionsHash}"
}
`;
}
