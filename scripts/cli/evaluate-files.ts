import { ENGINE_VERSION, performRun } from "@/lib/domain/engines";
import type { Decision } from "@/lib/domain/score/decision";
import { canonicalJson } from "@/lib/domain/shared/canonical-json";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { openInput } from "./input-file";
import { print, say, table } from "./print";
import { readDecisionsFile } from "./read-decisions-file";
import { readMetricsFile } from "./read-metrics-file";
import { readProgramFile } from "./read-program-file";

export type FilesToEvaluate = {
  readonly program: string;
  readonly metrics: string;
  readonly previous: string | undefined;
  readonly asOf: IsoDate;
  readonly json: boolean;
};

/** Evaluates a program on files alone, with the engine of every run and without a database. Prints the decisions in order of partner code. */
export async function evaluateFiles({ program: programFile, metrics, previous, asOf, json }: FilesToEvaluate): Promise<void> {
  const { program, warnings } = await readProgramFile(programFile);
  for (const warning of warnings) say(warning);
  const states = previous === undefined ? new Map() : await readDecisionsFile(previous);
  const partners = await readMetricsFile(await openInput(metrics), { program, asOf, previous: states });
  const decisions = performRun({ program, asOf, partners });
  await print(json ? canonicalJson({ asOf, decisions, engine: ENGINE_VERSION }) : decisionTable(decisions));
}

function decisionTable(decisions: readonly Decision[]): string {
  const rows = [...decisions]
    .sort((a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY))
    .map(({ rank, partner, score, decided, previous, movement }) => [rank, partner, score, decided, previous?.tier ?? null, movement.code]);
  return table(["rank", "partner", "score", "tier", "before", "movement"], rows);
}
