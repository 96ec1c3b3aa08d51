import type { WaterfallStep } from "@/components/charts/waterfall";
import { formatFixed, formatNumber, formatShare } from "@/components/format/number";
import type { PartnerScorecard, ScorecardNode } from "@/lib/contracts/scorecard";

export type ScoreSteps = {
  /** How the parts combine, in one sentence. */
  readonly rule: string;
  readonly heads: readonly [string, string, string];
  readonly max: number;
  readonly steps: readonly WaterfallStep[];
};

type Total = { readonly total: number; readonly steps: readonly WaterfallStep[] };

/** The score as a staircase of the root's children: rising where they add up, falling from 100 where they multiply. Null when unscored. */
export function scoreSteps({ score, program, nodes }: Pick<PartnerScorecard, "score" | "program" | "nodes">): ScoreSteps | null {
  const root = nodes[0];
  if (score === null || root === undefined) return null;
  const decimals = program.scoreDecimals;
  const children = nodes.filter((node) => node.parent === root.key);
  const sum: WaterfallStep = {
    key: "score",
    label: "Score",
    note: "",
    from: 0,
    to: score,
    figure: "",
    total: formatFixed(score, decimals),
    look: "sum",
  };
  switch (program.rootCombine) {
    case "arithmetic":
    case "sum": {
      const { steps } = rising(children, decimals);
      return { rule: additiveRule(program.rootCombine), heads: ["Part", "Brings", "Total"], max: Math.max(100, score), steps: [...steps, sum] };
    }
    case "geometric": {
      const { steps } = falling(children, decimals);
      const start: WaterfallStep = {
        key: "start",
        label: "Full marks",
        note: "",
        from: 0,
        to: 100,
        figure: "",
        total: formatFixed(100, decimals),
        look: "part",
      };
      return { rule: geometricRule(children, score, decimals), heads: ["Part", "Factor", "Leaves"], max: 100, steps: [start, ...steps, sum] };
    }
    default: {
      const steps = children.map((node) => standing(node, decimals));
      return { rule: CHOICE_RULES[program.rootCombine] ?? "", heads: ["Part", "Share", "Points"], max: Math.max(100, score), steps: [...steps, sum] };
    }
  }
}

const CHOICE_RULES: Readonly<Record<string, string>> = {
  harmonic: "The weighted harmonic mean of the parts: a weak part pulls the score down most.",
  min: "The lowest of the parts is the score.",
  max: "The highest of the parts is the score.",
};

function additiveRule(combine: "arithmetic" | "sum"): string {
  return combine === "sum"
    ? "The points of the parts add up to the score."
    : "Each part brings its points times its weight; together they are the score.";
}

/** "Performance 72.0 × Potential 65.0 × Fit 80.0, weighted alike, gives 71.6: …" */
function geometricRule(children: readonly ScorecardNode[], score: number, decimals: number): string {
  const counted = children.filter((node) => node.points !== null && node.share !== null);
  const factors = counted.map((node) => `${node.name} ${formatFixed(node.points ?? 0, decimals)}`).join(" × ");
  const alike = counted.every((node) => Math.abs((node.share ?? 0) - (counted[0]?.share ?? 0)) < 1e-9);
  const weights = alike ? "weighted alike" : `weighted ${counted.map((node) => formatShare(node.share ?? 0)).join(" : ")}`;
  return `${factors}, ${weights}, gives ${formatFixed(score, decimals)}. The parts multiply: strength in one cannot make up for a zero in another.`;
}

function rising(children: readonly ScorecardNode[], decimals: number): Total {
  return children.reduce<Total>(
    ({ total, steps }, node) => {
      const brings = node.contribution ?? 0;
      const next = total + brings;
      const step: WaterfallStep = {
        key: node.key,
        label: node.name,
        note: shareNote(node, decimals),
        from: total,
        to: next,
        figure: formatFixed(brings, decimals),
        total: formatFixed(next, decimals),
        look: "part",
      };
      return { total: next, steps: [...steps, step] };
    },
    { total: 0, steps: [] },
  );
}

function falling(children: readonly ScorecardNode[], decimals: number): Total {
  return children.reduce<Total>(
    ({ total, steps }, node) => {
      const factor = node.share === null || node.points === null ? 1 : (node.points / 100) ** node.share;
      const next = total * factor;
      const step: WaterfallStep = {
        key: node.key,
        label: node.name,
        note: shareNote(node, decimals),
        from: next,
        to: total,
        figure: `× ${formatFixed(factor, 3)}`,
        total: formatFixed(next, decimals),
        look: "loss",
      };
      return { total: next, steps: [...steps, step] };
    },
    { total: 100, steps: [] },
  );
}

function standing(node: ScorecardNode, decimals: number): WaterfallStep {
  const points = node.points ?? 0;
  return {
    key: node.key,
    label: node.name,
    note: shareNote(node, decimals),
    from: 0,
    to: points,
    figure: node.share === null ? "" : formatShare(node.share),
    total: formatFixed(points, decimals),
    look: "part",
  };
}

function shareNote(node: ScorecardNode, decimals: number): string {
  if (node.share === null || node.points === null) return "left out: no data";
  return `${formatFixed(node.points, decimals)} points, weight ${formatNumber(node.share * 100, 1)}%`;
}
