import type { PartnerScorecard, ScorecardEntitlement, ScorecardMetric, ScorecardNode, StaffScorecard } from "@/lib/contracts/scorecard";
import type { Organization } from "@/lib/contracts/session";
import type { ExplainedDecision, HistoryRow } from "@/lib/db/decisions";
import type { RunHeader, RunRow } from "@/lib/db/runs";
import type { MetricDefinition } from "@/lib/domain/define/metric";
import type { Program, ScoreNode } from "@/lib/domain/define/program";
import { entitlementsByTier } from "@/lib/domain/entitle/entitlement";
import { grantValue } from "@/lib/domain/entitle/grant-value";
import type { Decision } from "@/lib/domain/score/decision";

/** Runs of history on a scorecard. */
export const HISTORY_SHOWN = 24;

export type ScorecardSource = {
  readonly organization: Organization;
  readonly run: RunHeader;
  readonly program: Program;
  readonly decision: ExplainedDecision;
  readonly history: readonly HistoryRow[];
};

/** The stored decision with the words of its program: nothing is computed again, and nothing tells of another partner. */
export function partnerScorecard({ organization, run, program, decision, history }: ScorecardSource): PartnerScorecard {
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
      name: program.name,
      version: run.program.version,
      currency: program.currency,
      rootCombine: program.score.kind === "group" ? program.score.combine : "arithmetic",
      scoreDecimals: program.scoreDecimals,
    },
    score: explanation.score,
    tier: { ...tierRef(explanation.decided), rank: decision.tierRank, of: program.tiers.length },
    qualified: tierRef(explanation.qualified),
    previous: explanation.previous === null ? null : tierRef(explanation.previous.tier),
    movement,
    override: override === null ? null : { tier: override.tier, reason: override.reason, expires: override.expires },
    confidence: explanation.confidence,
    percentile: decision.percentile,
    nodes,
    tiers: explanation.tiers.map(({ tier, verdict, check }) => ({ ...tierRef(tier), verdict, check })),
    history,
    nodeNames: Object.fromEntries(nodes.map(({ key, name }) => [key, name])),
    metrics,
    entitlements: scorecardEntitlements(program, explanation),
  };
}

/** Adds what only staff see. */
export function staffScorecard(source: ScorecardSource & { readonly run: RunRow }): StaffScorecard {
  const { run, decision } = source;
  const { rank, distanceToCut, override } = decision.explanation;
  return {
    ...partnerScorecard(source),
    rank,
    partners: run.partners,
    distanceToCut,
    overrideOwner: override?.owner ?? null,
    inputHash: run.inputHash,
    knownAt: run.knownAt,
  };
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
