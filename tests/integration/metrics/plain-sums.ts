// Every metric the slow and plain way: loops over the facts, decimal strings compared as text, no SQL. What the database must agree with.
import type { FactFilter, MetricSource } from "@/lib/domain/define/metric";
import { priorRange, windowRange } from "@/lib/domain/define/metric-window";
import type { Program } from "@/lib/domain/define/program";
import type { MetricInput } from "@/lib/domain/run-input";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import type { CertificationFact, ObservationFact, OpportunityFact, PosFact } from "../../support/facts";

type Known<Fact> = Fact & { readonly seq: number };
export type World = {
  readonly pos: readonly (Known<PosFact> & { readonly retiredSeq: number | null })[];
  readonly opportunities: readonly Known<OpportunityFact>[];
  readonly certifications: readonly Known<CertificationFact>[];
  readonly observations: readonly Known<ObservationFact>[];
  /** SKU to its line and category; region to the regions it lies in, itself first. */
  readonly products: ReadonlyMap<string, { readonly line: string; readonly category: string }>;
  readonly regions: ReadonlyMap<string, readonly string[]>;
};

export type Question = {
  readonly partner: string;
  readonly source: MetricSource;
  readonly program: Program;
  readonly asOf: IsoDate;
  readonly knownAt: number;
};
type Answer = Pick<MetricInput, "value" | "reason" | "facts">;

const NO_FACTS: Answer = { value: null, reason: "no_facts", facts: 0 };

export function plainMetric(world: World, { partner, source, program, asOf, knownAt }: Question): Answer {
  const lines = world.pos.filter(
    (line) => line.partner === partner && line.seq <= knownAt && (line.retiredSeq === null || line.retiredSeq > knownAt),
  );
  const inWindow = "window" in source ? inside(windowRange(source.window, asOf, program), asOf) : () => true;
  const sold = lines.filter((line) => inWindow(line.date));
  const filtered = (of: readonly PosFact[], filter: FactFilter | undefined): readonly PosFact[] => of.filter((line) => matches(world, line, filter));
  const money = (of: readonly { netE4?: number; amountE4?: number; currency: string }[]): number =>
    cents(of.reduce((sum, fact) => sum + (fact.netE4 ?? fact.amountE4 ?? 0) * rate(program, fact.currency), 0));

  switch (source.kind) {
    case "posRevenue": {
      if (sold.length === 0) return NO_FACTS;
      const counted = filtered(sold, source.filter);
      const rates = source.rates ?? [{ from: null, bps: 10_000 }];
      const bpsOn = (date: string) => rates.filter(({ from }) => from === null || from <= date).at(-1)?.bps ?? Number.NaN;
      const rated = counted.reduce((sum, { netE4, currency, date }) => sum + netE4 * rate(program, currency) * bpsOn(date), 0);
      return { value: cents(rated / 10_000), facts: counted.length };
    }
    case "posVelocity": {
      if (sold.length === 0) return NO_FACTS;
      const counted = filtered(sold, source.filter);
      const range = windowRange(source.window, asOf, program);
      const days = range === null ? Number.NaN : (Date.parse(range.until) - Date.parse(range.from)) / 86_400_000;
      const units = counted.reduce((sum, line) => sum + line.units, 0);
      return { value: source.of === "units" ? (units * 7) / days : cents((e4(program, counted) * 7) / days), facts: counted.length };
    }
    case "ratio": {
      const [part, base] = [source.numerator, source.denominator].map((key) => {
        const of = program.metrics.find((metric) => metric.key === key)?.source;
        return of === undefined ? NO_FACTS : plainMetric(world, { partner, source: of, program, asOf, knownAt });
      }) as [Answer, Answer];
      const facts = part.facts + base.facts;
      const reason = part.reason ?? base.reason;
      if (part.value === null || base.value === null) return { value: null, ...(reason && { reason }), facts };
      return base.value <= 0 ? { value: null, reason: "undefined_base", facts } : { value: (part.value / base.value) * source.times, facts };
    }
    case "posUnits":
    case "activeRegions":
    case "activeMonths": {
      if (sold.length === 0) return NO_FACTS;
      const counted = filtered(sold, source.filter);
      const value = {
        posUnits: () => counted.reduce((sum, line) => sum + line.units, 0),
        activeRegions: () => new Set(counted.map((line) => line.region)).size,
        activeMonths: () => new Set(counted.map((line) => line.date.slice(0, 7))).size,
      }[source.kind]();
      return { value, facts: counted.length };
    }
    case "posGrowth": {
      if (sold.length === 0) return NO_FACTS;
      const prior = priorRange(source.window, asOf, program);
      const base =
        prior === null
          ? []
          : filtered(
              lines.filter((line) => inside(prior, asOf)(line.date)),
              source.filter,
            );
      const now = filtered(sold, source.filter);
      return { ...percent(e4(program, now) - e4(program, base), e4(program, base)), facts: now.length + base.length };
    }
    case "posShare": {
      if (sold.length === 0) return NO_FACTS;
      const whole = filtered(sold, source.filter);
      return { ...percent(e4(program, filtered(whole, source.share)), e4(program, whole)), facts: whole.length };
    }
    case "openPipeline": {
      const known = latest(world.opportunities, knownAt, (fact) => fact.code).filter((fact) => fact.partner === partner && fact.createdOn <= asOf);
      if (known.length === 0) return NO_FACTS;
      const open = known.filter(
        (fact) => (fact.closedOn === null || fact.closedOn > asOf) && (source.origin === "any" || fact.origin === source.origin),
      );
      return { value: money(open), facts: open.length };
    }
    case "winRate": {
      const closed = latest(world.opportunities, knownAt, (fact) => fact.code).filter(
        (fact) => fact.partner === partner && fact.closedOn !== null && inWindow(fact.closedOn),
      );
      if (closed.length === 0) return NO_FACTS;
      const won = closed.filter((fact) => fact.status === "won");
      return {
        ...(source.by === "count" ? percent(won.length, closed.length) : percent(e4(program, won), e4(program, closed))),
        facts: closed.length,
      };
    }
    case "certifiedPeople": {
      const earned = latest(world.certifications, knownAt, (fact) =>
        [fact.partner, fact.person, fact.track, fact.level, fact.earnedOn].join("|"),
      ).filter((fact) => fact.partner === partner && fact.earnedOn <= asOf);
      if (earned.length === 0) return NO_FACTS;
      const valid = earned.filter(
        (fact) =>
          (fact.expiresOn === null || fact.expiresOn > asOf) && (source.tracks?.includes(fact.track) ?? true) && fact.level >= (source.minLevel ?? 1),
      );
      return { value: new Set(valid.map((fact) => fact.person)).size, facts: valid.length };
    }
    case "observation": {
      const seen = latest(world.observations, knownAt, (fact) => [fact.partner, fact.metric, fact.observedOn].join("|"))
        .filter((fact) => fact.partner === partner && fact.metric === source.metric && inWindow(fact.observedOn))
        .sort((a, b) => (a.observedOn < b.observedOn ? -1 : 1));
      if (seen.length === 0) return NO_FACTS;
      // Values have one decimal here, so that tenths add up exactly.
      const total = seen.reduce((sum, fact) => sum + Math.round(fact.value * 10), 0) / 10;
      const value = {
        latest: () => seen.at(-1)?.value ?? null,
        sum: () => total,
        average: () => total / seen.length,
        max: () => Math.max(...seen.map((fact) => fact.value)),
        count: () => seen.length,
      }[source.aggregate]();
      return { value, facts: source.aggregate === "latest" || source.aggregate === "max" ? 1 : seen.length };
    }
  }
}

function inside(range: { from: IsoDate; until: IsoDate } | null, asOf: IsoDate): (date: string) => boolean {
  return range === null ? (date) => date <= asOf : (date) => date >= range.from && date < range.until;
}

function matches(world: World, line: PosFact, filter: FactFilter | undefined): boolean {
  const product = world.products.get(line.sku);
  const regions = world.regions.get(line.region) ?? [];
  return (
    (filter?.categories?.includes(product?.category ?? "") ?? true) &&
    (filter?.lines?.includes(product?.line ?? "") ?? true) &&
    (filter?.skus?.includes(line.sku) ?? true) &&
    (filter?.segments?.includes(line.segment ?? "") ?? true) &&
    (filter?.regions?.some((region) => regions.includes(region)) ?? true)
  );
}

export function latest<Fact extends { readonly seq: number }>(facts: readonly Fact[], knownAt: number, identity: (fact: Fact) => string): Fact[] {
  const found = new Map<string, Fact>();
  for (const fact of facts) {
    const earlier = found.get(identity(fact));
    if (fact.seq <= knownAt && (earlier === undefined || earlier.seq < fact.seq)) found.set(identity(fact), fact);
  }
  return [...found.values()];
}

/** Rates are in thousandths here, so that sums of amounts times a thousand stay whole numbers. */
export function rate(program: Program, currency: string): number {
  return currency === program.currency
    ? 1000
    : Math.round((program.exchangeRates.find((entry) => entry.currency === currency)?.rate ?? Number.NaN) * 1000);
}

function e4(program: Program, facts: readonly { netE4?: number; amountE4?: number; currency: string }[]): number {
  return facts.reduce((sum, fact) => sum + (fact.netE4 ?? fact.amountE4 ?? 0) * rate(program, fact.currency), 0);
}

/** Ten-millionths to cents, a half away from zero. */
function cents(amount: number): number {
  const whole = Math.trunc(Math.abs(amount) / 100_000);
  const rounded = whole + (Math.abs(amount) % 100_000 >= 50_000 ? 1 : 0);
  return rounded === 0 ? 0 : (Math.sign(amount) * rounded) / 100;
}

function percent(part: number, base: number): Pick<Answer, "value" | "reason"> {
  return base <= 0 ? { value: null, reason: "undefined_base" } : { value: Number(((part / base) * 100).toFixed(6)) };
}
