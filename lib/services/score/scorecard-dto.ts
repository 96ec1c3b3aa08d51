import type { Override } from "@/lib/contracts/override";
import type {
  PartnerScorecard,
  ScorecardEntitlement,
  ScorecardMetric,
  ScorecardNode,
  ScorecardReading,
  StaffScorecard,
} from "@/lib/contracts/scorecard";
import type { Organization } from "@/lib/contracts/session";
import type { ExplainedDecision, HistoryRow } from "@/lib/db/decisions";
import type { RunHeader, RunRow } from "@/lib/db/runs";
import { DEFAULT_ROBUSTNESS } from "@/lib/domain/define/default-robustness";
import type { MetricDefinition } from "@/lib/domain/define/metric";
import type { Program, ScoreNode } from "@/lib/domain/define/program";
import { entitlementsByTier } from "@/lib/domain/entitle/entitlement";
import { grantValue } from "@/lib/domain/entitle/grant-value";
import type { Decision } from "@/lib/domain/score/decision";
import { ownSeats, staffSeats } from "./scorecard-seats";

/** Runs of history on a scorecard. */
export const HISTORY_SHOWN = 24;

export type ScorecardSource = {
  readonly organization: Organization;
  readonly run: RunHeader;
  readonly program: Program;
  readonly decision: ExplainedDecision;
  readonly history: readonly HistoryRow[];
  /** Names of regions by their codes; one that is gone goes by its code. */
  readonly regionNames: ReadonlyMap<string, string>;
};

/** The stored decision with the words of its program: nothing is computed again, and nothing tells of another partner. */
export function partnerScorecard({ organization, run, program, decision, history, regionNames }: ScorecardSource): PartnerScorecard {
  const { explanation } = decision;
  const tierRef = (key: string) => ({ key, name: program.tiers.find((tier) => tier.key === key)?.name ?? key });
  const metrics = program.metrics.map((definition) => scorecardMetric(definition, explanation));
  const nodes = scorecardNodes(program, explanation, metrics);
  const { override, movement } = explanation;
  return {
    partner: { code: decision.partnerCode, name: decision.partnerName, type: decision.partnerType, region: decision.regionName },
    organization: { name: organization.name, isDemo: organization.isDemo },
    run: { number: run.number, asOf: run.asOf, publishedAt: run.publishedAt, status: run.status },
    program: {
      key: run.program.key,
      name: program.name,
      version: run.program.version,
      currency: program.currency,
      rootCombine: program.score.kind === "group" ? program.score.combine : "arithmetic",
      scoreDecimals: program.scoreDecimals,
    },
    reading: scorecardReading(program, run, explanation, regionNames),
    score: explanation.score,
    tier: { ...tierRef(explanation.decided), rank: decision.tierRank, of: program.tiers.length },
    qualified: tierRef(explanation.qualified),
    previous: explanation.previous === null ? null : tierRef(explanation.previous.tier),
    movement,
    override: override === null ? null : { tier: override.tier, reason: override.reason, expires: override.expires },
    confidence: explanation.confidence,
    percentile: decision.percentile,
    nodes,
    tiers: explanation.tiers.map(({ tier, verdict, check, capacity }) => ({ ...tierRef(tier), verdict, check, seats: ownSeats(capacity) })),
    history,
    nodeNames: Object.fromEntries(nodes.map(({ key, name }) => [key, name])),
    metrics,
    entitlements: scorecardEntitlements(program, explanation),
  };
}

/** Adds what only staff see. */
export function staffScorecard(source: ScorecardSource & { readonly run: RunRow; readonly openOverride: Override | null }): StaffScorecard {
  const { run, decision, openOverride } = source;
  const { rank, distanceToCut, override, robustness, tiers } = decision.explanation;
  const own = partnerScorecard(source);
  return {
    ...own,
    tiers: own.tiers.map((tier, place) => ({ ...tier, seats: staffSeats(tiers[place]?.capacity) })),
    rank,
    partners: run.partners,
    distanceToCut,
    robustness: robustness === undefined ? null : { ...robustness, ...(source.program.robustness ?? DEFAULT_ROBUSTNESS) },
    overrideOwner: override?.owner ?? null,
    openOverride,
    inputHash: run.inputHash,
    knownAt: run.knownAt,
  };
}

function scorecardReading(
  { readings }: Program,
  { asOf }: RunHeader,
  { reading }: Decision,
  regionNames: ReadonlyMap<string, string>,
): ScorecardReading | null {
  if (readings === undefined || reading === undefined) return null;
  if (readings.kind === "monthEnds") return { kind: "monthEnds", last: readings.last, asOf: reading ?? asOf };
  return reading === null ? null : { kind: "regions", region: { code: reading, name: regionNames.get(reading) ?? reading } };
}

function scorecardMetric({ key, name, description, unit, betterWhen }: MetricDefinition, { metrics }: Decision): ScorecardMetric {
  const input = metrics[key];
  const measured = { value: input?.value ?? null, facts: input?.facts ?? 0, from: input?.from ?? null, until: input?.until ?? null };
  return {
    key,
    name,
    description: description ?? null,
    unit,
    betterWhen,
    ...measured,
    reason: measured.value === null ? (input?.reason ?? "no_facts") : null,
  };
}

/** What was granted as the decision states it; what the tier above would grant is its program's word. */
function scorecardEntitlements(program: Program, { entitlements = [], decided }: Decision): ScorecardEntitlement[] {
  const above = entitlementsByTier(program)?.[program.tiers.findIndex(({ key }) => key === decided) + 1];
  return (program.entitlements?.benefits ?? []).flatMap((benefit) => {
    const granted = entitlements.find((entitlement) => entitlement.benefit === benefit.key);
    const next = above?.find((entitlement) => entitlement.benefit === benefit.key);
    const { key, name, kind } = benefit;
    return granted === undefined
      ? []
      : { key, name, kind, value: grantValue(benefit, granted.grant), next: grantValue(benefit, next?.grant ?? null) };
  });
}

/** The tree in document order: words and weights from the program, figures from the decision. */
function scorecardNodes(program: Program, { nodes }: Decision, metrics: readonly ScorecardMetric[]): ScorecardNode[] {
  const results = new Map(nodes.map((node) => [node.key, node]));
  const visit = (node: ScoreNode, depth: number): ScorecardNode[] => {
    const result = results.get(node.key);
    if (result === undefined) throw new Error(`the decision has no result for node ${node.key}`);
    const words = { ...result, name: node.name, depth, weight: node.weight };
    if (node.kind === "group") return [words, ...node.children.flatMap((child) => visit(child, depth + 1))];
    const metric = metrics.find(({ key }) => key === node.metric);
    return [{ ...words, curve: node.curve, ...(metric === undefined ? {} : { metric }) }];
  };
  return visit(program.score, 0);
}
