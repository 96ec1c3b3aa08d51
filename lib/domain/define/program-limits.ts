/** How many of each a program may hold, a curve, a group of conditions, a benefit or a metric. */
export const LIMITS = {
  ...{ metrics: 200, tiers: 20, children: 100, exchangeRates: 200, benefits: 50, funds: 10, effort: 100 },
  ...{ curvePoints: 100, curveSteps: 100, conditions: 50, levels: 10, saleRates: 24 },
} as const;

export const MOST_WEIGHT = 1_000_000;
