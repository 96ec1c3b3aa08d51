import { diffPrograms, type ProgramChange } from "@/lib/domain/define/diff-programs";
import type { Program } from "@/lib/domain/define/program";
import { type ChangeSides, changeSide } from "./change-side";
import { benefitChangeWords, fundChangeWords, grantsChangeWords } from "./entitlement-change-words";
import { effortChangeWords, metricChangeWords } from "./metric-change-words";
import { nodeChangeWords } from "./node-change-words";
import { coverageChangeWords, movementChangeWords, programChangeWords, rateChangeWords } from "./rule-change-words";
import { tierChangeWords } from "./tier-change-words";

/** The changes of one part of the rules, a sentence each. */
export type ChangeGroup = { readonly stage: string; readonly sentences: readonly string[] };

const STAGES = ["Program", "Score", "Tiers", "Movement", "Entitlements", "Funds", "Coverage", "Metrics", "Effort", "Money and time"] as const;
type Stage = (typeof STAGES)[number];

/** What differs between two programs, in words, grouped as the page of a program is; no group where nothing does. */
export function changeGroups(before: Program, after: Program): readonly ChangeGroup[] {
  const sides = { before: changeSide(before), after: changeSide(after) };
  const changes = diffPrograms(before, after);
  const told = changes.filter((change) => !isToldElsewhere(change, changes));
  return STAGES.flatMap((stage) => {
    const sentences = told.filter((change) => stageOf(change) === stage).map((change) => changeWords(change, sides));
    return sentences.length === 0 ? [] : [{ stage, sentences }];
  });
}

/** One change in a sentence. */
export function changeWords(change: ProgramChange, sides: ChangeSides): string {
  return PARTS[change.part](change, sides) ?? `At ${change.path}: ${change.kind}.`;
}

const PARTS: { readonly [Part in ProgramChange["part"]]: (change: ProgramChange, sides: ChangeSides) => string | null } = {
  program: programChangeWords,
  exchangeRate: rateChangeWords,
  metric: metricChangeWords,
  node: nodeChangeWords,
  tier: tierChangeWords,
  movement: movementChangeWords,
  benefit: benefitChangeWords,
  grants: grantsChangeWords,
  fund: fundChangeWords,
  coverage: coverageChangeWords,
  effort: effortChangeWords,
};

const PART_STAGES: { readonly [Part in ProgramChange["part"]]: Stage } = {
  program: "Program",
  exchangeRate: "Money and time",
  metric: "Metrics",
  node: "Score",
  tier: "Tiers",
  movement: "Movement",
  benefit: "Entitlements",
  grants: "Entitlements",
  fund: "Funds",
  coverage: "Coverage",
  effort: "Effort",
};

/** Of what a program says as a whole; the rest is of the program itself. */
const STATEMENT_STAGES: Readonly<Record<string, Stage>> = {
  scoreDecimals: "Score",
  robustness: "Score",
  qualification: "Tiers",
  readings: "Tiers",
  effortUnit: "Effort",
  currency: "Money and time",
  fiscalCalendar: "Money and time",
  programYearStartMonth: "Money and time",
};

function stageOf({ part, statement }: ProgramChange): Stage {
  return (part === "program" && statement !== null ? STATEMENT_STAGES[statement] : undefined) ?? PART_STAGES[part];
}

/** A new benefit is told with what each tier gets of it, and with a tier that is gone, or a benefit, its grants are. */
function isToldElsewhere({ part, key, statement, kind }: ProgramChange, changes: readonly ProgramChange[]): boolean {
  const isWhole = (of: ProgramChange["part"], named: string, ...kinds: readonly ProgramChange["kind"][]) =>
    changes.some((change) => change.part === of && change.statement === null && change.key === named && kinds.includes(change.kind));
  if (part !== "grants") return false;
  return statement === null ? kind === "removed" && isWhole("tier", key, "removed") : isWhole("benefit", statement, "added", "removed");
}
