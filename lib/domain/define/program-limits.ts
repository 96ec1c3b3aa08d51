/** How many of each a program may hold. */
export const LIMITS = { metrics: 200, tiers: 20, children: 100, exchangeRates: 200, benefits: 50, funds: 10, effort: 100 } as const;

export const MOST_WEIGHT = 1_000_000;
