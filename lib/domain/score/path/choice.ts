import { madeOf, moversOf } from "../../define/made-of";
import type { MetricDefinition } from "../../define/metric";
import type { Program } from "../../define/program";
import type { IsoDate } from "../../shared/iso-date";
import { MAX_QUANTITY } from "../../shared/max-quantity";
import { followingValue, type Measured } from "./following-value";
import type { Lever, LeverSetting } from "./lever";
import type { Work } from "./work-limit";

/** Levers that are set together, because some metric follows from all of them; most choices are of a single lever. */
export type Choice = {
  readonly levers: readonly Lever[];
  /** Option 0 leaves everything as it is. */
  readonly options: readonly ChoiceOption[];
  /** By metric that moves, the levers' own and those that follow, its value by option; NaN is no data. */
  readonly values: ReadonlyMap<string, Float64Array>;
};

export type ChoiceOption = {
  /** One for each lever. */
  readonly settings: readonly LeverSetting[];
  readonly effort: number;
  /** Of changes that are worked on side by side. */
  readonly leadDays: number;
};

/** Binds levers into choices such that no metric is moved by two of them. */
export function choicesOf(levers: readonly Lever[], measured: Measured, program: Program, asOf: IsoDate, work: Work): Choice[] {
  const followers = program.metrics
    .filter(({ key }) => levers.every(({ metric }) => metric.key !== key))
    .map((metric) => ({ metric, movers: moversOf(metric, program).filter((mover) => levers.some((lever) => lever.metric.key === mover)) }))
    .filter(({ movers }) => movers.length > 0);
  return boundTogether(
    levers,
    followers.map(({ movers }) => movers),
  ).map((bound) => {
    const own = followers.filter(({ movers }) => bound.some((lever) => movers.includes(lever.metric.key))).map(({ metric }) => metric);
    const options = optionsOf(bound, work);
    return possible({ levers: bound, options, values: movedValues(bound, own, options, measured, program, asOf) });
  });
}

/** Without the options in which a metric that follows would become larger than a metric can be. */
function possible({ levers, options, values }: Choice): Choice {
  const isPossible = (_: unknown, at: number) => [...values.values()].every((moved) => !(Math.abs(moved[at] ?? Number.NaN) > MAX_QUANTITY));
  if (options.every(isPossible)) return { levers, options, values };
  return { levers, options: options.filter(isPossible), values: new Map([...values].map(([metric, moved]) => [metric, moved.filter(isPossible)])) };
}

function boundTogether(levers: readonly Lever[], bonds: readonly (readonly string[])[]): Lever[][] {
  let bound = levers.map((lever) => [lever]);
  for (const bond of bonds) {
    const isTied = (together: Lever[]) => together.some(({ metric }) => bond.includes(metric.key));
    bound = [bound.filter(isTied).flat(), ...bound.filter((together) => !isTied(together))].filter((together) => together.length > 0);
  }
  return bound;
}

/** Every way to set the levers, that in which nothing changes first. */
function optionsOf(levers: readonly Lever[], work: Work): ChoiceOption[] {
  let options: ChoiceOption[] = [{ settings: [], effort: 0, leadDays: 0 }];
  for (const { settings } of levers) {
    work(options.length * settings.length);
    options = options.flatMap((option) =>
      settings.map((setting) => ({
        settings: [...option.settings, setting],
        effort: option.effort + setting.effort,
        leadDays: Math.max(option.leadDays, setting.leadDays),
      })),
    );
  }
  return options;
}

function movedValues(
  levers: readonly Lever[],
  followers: readonly MetricDefinition[],
  options: readonly ChoiceOption[],
  before: Measured,
  program: Program,
  asOf: IsoDate,
): Map<string, Float64Array> {
  const values = new Map<string, Float64Array>();
  levers.forEach(({ metric }, place) => {
    values.set(
      metric.key,
      Float64Array.from(options, ({ settings }) => settings[place]?.value ?? Number.NaN),
    );
  });
  // A ratio may divide growth, which follows itself: ratios come last.
  const inOrder = [...followers].sort((a, b) => Number(a.source.kind === "ratio") - Number(b.source.kind === "ratio"));
  for (const metric of inOrder) {
    const parts = madeOf(metric, program);
    const valueAfter = followingValue(metric, before, program, asOf);
    const moved = options.map((_, at) => {
      const after: Measured = (key) => values.get(key)?.[at] ?? before(key);
      const isMoved = parts.some(({ key }) => !Object.is(after(key), before(key)));
      return isMoved ? valueAfter(after) : before(metric.key);
    });
    values.set(metric.key, Float64Array.from(moved));
  }
  return values;
}
