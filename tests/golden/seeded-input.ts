import type { MetricDefinition } from "../../lib/domain/define/metric";
import type { Curve, Program } from "../../lib/domain/define/program";
import type { MetricInput, PartnerInput, PartnerState, Reading, RunInput } from "../../lib/domain/run-input";
import { IsoDate } from "../../lib/domain/shared/iso-date";
import { roundHalfAway } from "../../lib/domain/shared/round";
import { seededRandom } from "../../lib/domain/shared/seeded-random";
import { nodesOf } from "../unit/define/full-program";

const AS_OF = IsoDate.parse("2026-06-30");
const PARTNERS = 12;
const REGIONS = ["north", "south", "west"];
const TYPES = ["Specialist", "Broadline"];
const MONTH_ENDS = ["2026-05-31", "2026-04-30", "2026-03-31", "2026-02-28", "2026-01-31"];

/** Twelve partners of a program, from the weakest to the strongest, with data that is lacking here and there. The same seed gives the same. */
export function seededInput(program: Program, seed: number): RunInput {
  const random = seededRandom(seed);
  const ranges = new Map(program.metrics.map((metric) => [metric.key, rangeOf(metric, program)]));
  const metricsAt = (strength: number) => measure(program, (key) => near(strength, random, ranges.get(key) ?? [0, 100]), random);
  const partners = Array.from({ length: PARTNERS }, (_, i): PartnerInput => {
    const strength = i / (PARTNERS - 1);
    const readings = readingsOf(program, i, () => metricsAt(strength));
    return {
      partner: `P-${String(i + 1).padStart(2, "0")}`,
      attributes: { region_level_2: REGIONS[i % REGIONS.length] ?? null, partner_type: TYPES[i % TYPES.length] ?? null },
      enrolledOn: IsoDate.parse(i % 5 === 4 ? "2026-02-01" : "2019-03-15"),
      metrics: metricsAt(strength),
      ...(readings.length > 0 && { readings }),
      previous: i % 4 === 0 ? null : previousOf(program, random),
      override: i === 7 ? { tier: program.tiers.at(-1)?.key ?? "", reason: "A merger", owner: "Ann", expires: IsoDate.parse("2026-12-31") } : null,
      latestFactOn: AS_OF,
      unmatchedBps: i * 10,
    };
  });
  return { asOf: AS_OF, program, partners };
}

type Range = readonly [weak: number, strong: number];

/** What a weak and a strong partner measure: from where a curve begins to give points to where it gives no more. */
function rangeOf(metric: MetricDefinition, { score }: Program): Range {
  const curves = nodesOf(score).flatMap((node) => (node.kind === "criterion" && node.metric === metric.key ? [node.curve] : []));
  const [range] = curves.flatMap((curve) => curveRange(curve) ?? []);
  return range ?? DEFAULT_RANGES[metric.unit];
}

const DEFAULT_RANGES: Readonly<Record<MetricDefinition["unit"], Range>> = {
  money: [10_000, 800_000],
  percent: [5, 60],
  count: [0, 8],
  units: [100, 4_000],
  days: [90, 10],
  number: [0, 100],
};

function curveRange(curve: Curve): readonly [Range] | null {
  switch (curve.kind) {
    case "linear":
    case "log":
      return [[curve.zeroAt, curve.fullAt]];
    case "points":
      return [[curve.points[0]?.value ?? 0, curve.points.at(-1)?.value ?? 0]];
    case "steps":
      return [[0, curve.steps.at(-1)?.from ?? 0]];
    case "perUnit":
      return [[0, curve.cap / curve.points]];
    default:
      return null;
  }
}

/** About so far along a range, on a logarithmic way where it is long. */
function near(strength: number, random: () => number, [weak, strong]: Range): number {
  const at = Math.min(1.1, Math.max(0, strength + (random() - 0.5) * 0.3));
  const isLong = weak > 0 && strong / weak > 20;
  return roundHalfAway(isLong ? weak * (strong / weak) ** at : weak + (strong - weak) * at, 0);
}

function measure({ metrics }: Program, draw: (key: string) => number, random: () => number): PartnerInput["metrics"] {
  const measured = new Map<string, MetricInput>();
  for (const { key, source } of metrics) {
    if (source.kind === "ratio") continue;
    const isLacking = random() < 0.07;
    measured.set(key, isLacking ? { value: null, reason: "no_facts", facts: 0, from: null, until: null } : known(draw(key)));
  }
  for (const { key, source } of metrics) {
    if (source.kind !== "ratio") continue;
    const [over, under] = [measured.get(source.numerator)?.value ?? null, measured.get(source.denominator)?.value ?? null];
    const isUndefined = over === null || under === null || under <= 0;
    measured.set(
      key,
      isUndefined
        ? { value: null, reason: "undefined_base", facts: 0, from: null, until: null }
        : known(roundHalfAway((over / under) * source.times, 4)),
    );
  }
  return Object.fromEntries(measured);
}

function known(value: number): MetricInput {
  return { value, facts: 1, from: null, until: null };
}

function readingsOf({ readings }: Program, partner: number, metricsNow: () => PartnerInput["metrics"]): Reading[] {
  if (readings === undefined) return [];
  const keys = readings.kind === "monthEnds" ? MONTH_ENDS.slice(0, readings.last - 1) : REGIONS.slice(0, partner % 3);
  return keys.map((reading) => ({ reading, metrics: metricsNow() }));
}

function previousOf({ tiers }: Program, random: () => number): PartnerState {
  const tier = tiers[Math.floor(random() * tiers.length)]?.key ?? "";
  return { tier, since: IsoDate.parse(random() < 0.5 ? "2024-03-31" : "2026-03-31"), missedReviews: Math.floor(random() * 2) };
}
