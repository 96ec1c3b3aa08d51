import { addDays } from "@/lib/domain/shared/calendar-day";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import type { CertificationFact, FactFactory, ObservationFact, OpportunityFact, PosFact } from "../../support/facts";
import type { World } from "./plain-sums";

const FIRST_DAY = IsoDate.parse("2022-01-01");
const DAYS = 1000;

export const PARTNERS = ["acme", "borealis", "cumulus", "delta", "echo", "silent"];
/** Region to its parent. */
const REGIONS: readonly (readonly [string, string | null])[] = [
  ["world", null],
  ["europe", "world"],
  ["dach", "europe"],
  ["bavaria", "dach"],
  ["iberia", "europe"],
  ["asia", "world"],
];
const PRODUCTS: readonly (readonly [sku: string, line: string, category: string])[] = [
  ["road-1", "road", "bikes"],
  ["road-2", "road", "bikes"],
  ["trail-1", "trail", "bikes"],
  ["helmet-1", "helmets", "accessories"],
  ["lock-1", "locks", "accessories"],
];
const SEGMENTS = ["retail", "rental", null];
const CURRENCIES = ["USD", "EUR", "JPY"];

/** mulberry32: the same numbers on every machine. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/**
 * Master data and nine batches of seeded facts: sales with returns, three currencies and corrections of corrections, later versions of
 * opportunities (some change hands), certificates and observations. The partner "silent" has none.
 */
export async function randomWorld(factory: FactFactory, seed: number): Promise<World> {
  const below = seeded(seed);
  const one = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  const day = (): IsoDate => addDays(FIRST_DAY, below(DAYS));
  const active = PARTNERS.filter((partner) => partner !== "silent");

  for (const [code, parent] of REGIONS) await factory.region(code, parent ?? undefined);
  for (const product of PRODUCTS) await factory.product(...product);
  for (const partner of PARTNERS) await factory.partner(partner, "dach");
  for (const metric of ["sla", "nps"]) await factory.customMetric(metric);

  const sale = (): PosFact => {
    const sign = below(6) === 0 ? -1 : 1;
    return {
      partner: one(active),
      sku: one(PRODUCTS)[0],
      region: one(REGIONS)[0],
      date: below(5) === 0 ? `${day().slice(0, 8)}01` : day(),
      units: sign * (1 + below(40)),
      netE4: sign * below(30_000_000),
      currency: one(CURRENCIES),
      segment: one(SEGMENTS),
    };
  };
  const pos: World["pos"][number][] = [];
  const opportunities: World["opportunities"][number][] = [];
  const certifications: World["certifications"][number][] = [];
  const observations: World["observations"][number][] = [];
  const ids: string[] = [];

  for (let round = 0; round < 3; round++) {
    const retired = [...ids.keys()].filter((at) => pos[at]?.retiredSeq === null && below(8) === 0);
    const sales = [
      ...Array.from({ length: 250 }, sale),
      ...retired.flatMap((at) => (below(2) === 0 ? { ...(pos[at] as PosFact), netE4: below(9_000_000) } : [])),
    ];
    const batch = await factory.batch({ pos: sales, retire: retired.map((at) => ids[at] as string) });
    for (const at of retired) pos[at] = { ...(pos[at] as World["pos"][number]), retiredSeq: batch.seq };
    pos.push(...sales.map((fact) => ({ ...fact, seq: batch.seq, retiredSeq: null })));
    ids.push(...batch.lineIds);

    const deals = distinctBy(
      Array.from({ length: 60 }, (): OpportunityFact => {
        const createdOn = day();
        const status = one(["open", "won", "lost"] as const);
        const closedOn = status === "open" ? null : addDays(createdOn, below(200));
        return {
          code: `opp-${below(90)}`,
          partner: one(active),
          status,
          origin: one(["sourced", "influenced"] as const),
          amountE4: below(50_000_000),
          currency: one(CURRENCIES),
          createdOn,
          closedOn,
        };
      }),
      (fact) => fact.code,
    );
    const dealBatch = await factory.batch({ opportunities: deals });
    opportunities.push(...deals.map((fact) => ({ ...fact, seq: dealBatch.seq })));

    const certificates = distinctBy(
      Array.from({ length: 60 }, (): CertificationFact => {
        const earnedOn = addDays(FIRST_DAY, below(12) * 80);
        return {
          partner: one(active),
          person: `person-${below(6)}`,
          track: one(["sales", "service"]),
          level: 1 + below(3),
          earnedOn,
          expiresOn: below(3) === 0 ? null : addDays(earnedOn, 1 + below(700)),
        };
      }),
      (fact) => [fact.partner, fact.person, fact.track, fact.level, fact.earnedOn].join("|"),
    );
    const values = distinctBy(
      Array.from(
        { length: 60 },
        (): ObservationFact => ({
          partner: one(active),
          metric: one(["sla", "nps"]),
          observedOn: addDays(FIRST_DAY, below(50) * 20),
          value: (below(2000) - 500) / 10,
        }),
      ),
      (fact) => [fact.partner, fact.metric, fact.observedOn].join("|"),
    );
    const enablement = await factory.batch({ certifications: certificates, observations: values });
    certifications.push(...certificates.map((fact) => ({ ...fact, seq: enablement.seq })));
    observations.push(...values.map((fact) => ({ ...fact, seq: enablement.seq })));
  }
  return {
    pos,
    opportunities,
    certifications,
    observations,
    products: new Map(PRODUCTS.map(([sku, line, category]) => [sku, { line, category }])),
    regions: new Map(REGIONS.map(([code]) => [code, lineage(code)])),
  };
}

function distinctBy<Fact>(facts: readonly Fact[], identity: (fact: Fact) => string): Fact[] {
  return [...new Map(facts.map((fact) => [identity(fact), fact])).values()];
}

function lineage(code: string): string[] {
  const parent = REGIONS.find(([region]) => region === code)?.[1] ?? null;
  return parent === null ? [code] : [code, ...lineage(parent)];
}
