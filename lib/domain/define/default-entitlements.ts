import type { Benefit, Entitlements, Grant } from "./benefit";

/** A catalogue with its matrix; the compiler refuses one that leaves out a tier or a benefit. */
export function totalEntitlements<const Tier extends string, const BenefitKey extends string>(
  _tiers: readonly Tier[],
  benefits: readonly (Benefit & { readonly key: BenefitKey })[],
  grants: Readonly<Record<NoInfer<Tier>, Readonly<Record<NoInfer<BenefitKey>, Grant>>>>,
): Entitlements {
  return { benefits: [...benefits], grants };
}

/** Market development funds a quarter by tier, in major units; the lowest tier has none. */
export type MdfGrants = { readonly silver: number; readonly gold: number; readonly elite: number };

/** What the default program grants. Money is in major units of the program's currency. */
export function defaultEntitlements(mdf: MdfGrants): Entitlements {
  return totalEntitlements(
    ["registered", "silver", "gold", "elite"],
    [
      {
        key: "mdf",
        name: "Market development funds",
        kind: "mdf",
        type: "amount",
        per: "quarter",
        limits: { least: 0, most: 50_000 },
        outcome: "Partner-led campaigns that bring sourced pipeline.",
        owner: "Channel marketing",
      },
      {
        key: "rebate",
        name: "Rebate",
        kind: "rebate",
        type: "rate",
        limits: { least: 0, most: 500 },
        outcome: "Revenue that grows with the partner's commitment.",
        owner: "Finance",
      },
      {
        key: "deal_registration",
        name: "Answer to a deal registration",
        kind: "dealRegistration",
        type: "time",
        unit: "hours",
        limits: { least: 1, most: 120 },
        outcome: "Deals are registered early, and conflicts are settled before they cost anybody a customer.",
        owner: "Channel operations",
      },
      {
        key: "lead_routing",
        name: "Lead routing",
        kind: "leadRouting",
        type: "level",
        levels: [
          { key: "standard", name: "In turn" },
          { key: "preferred", name: "Before lower tiers" },
          { key: "first", name: "First choice" },
        ],
        outcome: "Leads go to those who follow them up.",
        owner: "Channel operations",
      },
      {
        key: "enablement",
        name: "Training",
        kind: "enablement",
        type: "level",
        levels: [
          { key: "online", name: "Online" },
          { key: "classroom", name: "Online and classroom" },
          { key: "on_site", name: "On site too" },
        ],
        outcome: "Certified people at every partner that sells the range.",
        owner: "Enablement",
      },
      {
        key: "co_marketing",
        name: "Co-marketing",
        kind: "coMarketing",
        type: "included",
        outcome: "Joint campaigns in the partner's territory.",
        owner: "Channel marketing",
      },
      {
        key: "concierge",
        name: "Concierge support",
        kind: "conciergeSupport",
        type: "included",
        outcome: "Problems of the best partners reach somebody who can solve them the same day.",
        owner: "Service",
      },
    ],
    {
      registered: {
        mdf: null,
        rebate: null,
        deal_registration: 72,
        lead_routing: "standard",
        enablement: "online",
        co_marketing: null,
        concierge: null,
      },
      silver: {
        mdf: mdf.silver,
        rebate: 100,
        deal_registration: 48,
        lead_routing: "standard",
        enablement: "online",
        co_marketing: null,
        concierge: null,
      },
      gold: {
        mdf: mdf.gold,
        rebate: 200,
        deal_registration: 24,
        lead_routing: "preferred",
        enablement: "classroom",
        co_marketing: true,
        concierge: null,
      },
      elite: {
        mdf: mdf.elite,
        rebate: 300,
        deal_registration: 8,
        lead_routing: "first",
        enablement: "on_site",
        co_marketing: true,
        concierge: true,
      },
    },
  );
}
