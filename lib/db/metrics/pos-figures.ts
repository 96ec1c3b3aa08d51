import { Prisma } from "../generated/prisma/client";
import { needsLines, passes } from "./fact-filter";
import type { MetricRequest } from "./metric-request";
import { type OpenRange, splitByMonth } from "./month-split";
import { inWindow, posFacts, posLineFacts } from "./pos-facts";
import { NO_LINES, type PosFigure, type PosMeasure } from "./pos-measure";

/** The figures of one partner, by measure. */
export type PosFigures = ReadonlyMap<number, readonly PosFigure[]>;

type FigureRow = {
  readonly partnerId: number;
  readonly currency: string;
  /** By measure, as text: sums may exceed what a number holds. */
  readonly lines: readonly string[];
  readonly sums: readonly string[];
  readonly places: readonly (readonly unknown[] | null)[];
};

/**
 * Reads every measure of every partner in one pass over the monthly rollup; a second one when months are counted, because rows are
 * first added up by the place that is counted. Days of incomplete months come from the lines themselves, read only when there are any,
 * and so does everything of measures that ask for products or segments.
 */
export async function readPosFigures(request: MetricRequest, measures: readonly PosMeasure[]): Promise<PosFigures> {
  const figures = new Map<number, PosFigure[]>();
  for (const group of readTogether(measures)) {
    const wanted = group.flatMap((position) => measures[position] ?? []);
    for (const row of await request.tx.$queryRaw<FigureRow[]>(figuresQuery(request, wanted))) {
      const own = figures.get(row.partnerId) ?? measures.map(() => NO_LINES);
      figures.set(row.partnerId, own);
      group.forEach((position, column) => {
        own[position] = withRow(own[position] ?? NO_LINES, row, column);
      });
    }
  }
  return figures;
}

/** The positions of measures, in groups that one statement reads; none of them empty. */
function readTogether(measures: readonly PosMeasure[]): number[][] {
  const groups = new Map<string, number[]>();
  measures.forEach(({ distinct, ids }, position) => {
    const group = `${distinct === "month"} ${needsLines(ids)}`;
    groups.set(group, [...(groups.get(group) ?? []), position]);
  });
  return [...groups.values()];
}

function withRow(figure: PosFigure, row: FigureRow, column: number): PosFigure {
  return {
    lines: figure.lines + Number(row.lines[column]),
    sums: new Map([...figure.sums, [row.currency, BigInt(row.sums[column] ?? 0)]]),
    places: new Set([...figure.places, ...(row.places[column] ?? [])]),
  };
}

function figuresQuery(request: MetricRequest, measures: readonly PosMeasure[]): Prisma.Sql {
  const windows = distinctRanges(measures);
  const place = placeColumn(measures);
  const facts = measures.some(({ ids }) => needsLines(ids))
    ? posLineFacts(request, windows, place)
    : posFacts(request, windows.map(splitByMonth), place);
  const added = measures.map((measure, at) => {
    const counted = Prisma.sql`where ${inWindow(windows.findIndex((range) => sameRange(range, measure.range)))} and ${passes(measure.ids)}`;
    const sum = measure.sum === null ? Prisma.empty : Prisma.sql`, sum(${Prisma.raw(measure.sum)}) filter (${counted}) as ${column("sum", at)}`;
    return Prisma.sql`sum(lines) filter (${counted}) as ${column("lines", at)}${sum}`;
  });
  const each = (part: (measure: PosMeasure, at: number) => Prisma.Sql): Prisma.Sql => Prisma.join(measures.map(part));
  return Prisma.sql`
    with fact as (${facts}),
    added as (select partner_id, currency, place, ${Prisma.join(added)} from fact group by partner_id, currency, place)
    select partner_id as "partnerId", currency,
      array[${each((_, at) => Prisma.sql`coalesce(sum(${column("lines", at)}), 0)::text`)}] as lines,
      array[${each(({ sum }, at) => (sum === null ? Prisma.sql`'0'` : Prisma.sql`coalesce(sum(${column("sum", at)}), 0)::text`))}] as sums,
      json_build_array(${each(({ distinct }, at) => (distinct === null ? Prisma.sql`null` : Prisma.sql`array_agg(place) filter (where ${column("lines", at)} > 0)`))}) as places
    from added group by partner_id, currency`;
}

function placeColumn(measures: readonly PosMeasure[]): Prisma.Sql {
  const distinct = measures.find((measure) => measure.distinct !== null)?.distinct ?? null;
  if (distinct === null) return Prisma.sql`null::int`;
  return distinct === "region" ? Prisma.sql`region_id` : Prisma.sql`month`;
}

function column(name: "lines" | "sum", at: number): Prisma.Sql {
  return Prisma.raw(`${name}_${at}`);
}

function distinctRanges(measures: readonly PosMeasure[]): OpenRange[] {
  return measures.map(({ range }) => range).filter((range, at, all) => all.findIndex((other) => sameRange(range, other)) === at);
}

function sameRange(a: OpenRange, b: OpenRange): boolean {
  return a.from === b.from && a.until === b.until;
}
