import { type KpiContext, QUARTERS_SHOWN } from "@/lib/contracts/kpi";
import type { KpiRow, ProductLineRow } from "@/lib/db/kpis";
import type { KpiNarrowing } from "@/lib/db/kpis/kpi-request";
import type { RegionRow } from "@/lib/db/regions";
import type { ScopedDb } from "@/lib/db/scoped";
import type { Program } from "@/lib/domain/define/program";
import { quartersUntil } from "@/lib/domain/measure/fiscal-quarters";
import type { KpiFigure, KpiSums } from "@/lib/domain/measure/kpi";
import { kpiFigure } from "@/lib/domain/measure/kpi-figure";
import { type KpiKey, kpiDefinition } from "@/lib/domain/measure/kpi-registry";
import { daysBetween } from "@/lib/domain/shared/calendar-day";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { AppError } from "@/lib/errors";
import { readRunProgram } from "@/lib/services/score/read-run-program";
import { regionChoices } from "@/lib/services/score/region-choices";
import { requireRunOrCurrent } from "@/lib/services/score/require-run";
import { coreLines } from "./core-lines";
import { coverageByQuarter } from "./coverage-by-quarter";

type Asked = {
  readonly program: string;
  readonly run?: number | undefined;
  readonly quarter?: IsoDate | undefined;
  readonly against?: IsoDate | undefined;
  readonly tier?: string | undefined;
  readonly region?: string | undefined;
  readonly line?: string | undefined;
};

type Quarter = ReturnType<typeof quartersUntil>[number] & { readonly runId: number | null };

/** What every page of KPIs starts from: the program, the quarters and what is narrowed to, in internal ids, and the same for readers. */
export type KpiGround = {
  readonly program: Program;
  readonly knownAt: number;
  readonly quarters: readonly Quarter[];
  /** What a quarter has whatever the slice; `coverage` of all its partners, in the region chosen, and null where it was not asked for. */
  readonly ofQuarter: readonly Pick<KpiSums, "days" | "runs" | "allPartners" | "funds" | "coverage">[];
  readonly narrowing: KpiNarrowing;
  /** The run when it keeps the sales of the quarters. */
  readonly keptRunId: number | undefined;
  readonly coreLines: readonly number[];
  readonly regions: readonly RegionRow[];
  readonly lines: readonly ProductLineRow[];
  readonly context: KpiContext;
};

type Needs = {
  /** Whether the coverage of every quarter's run is wanted, which takes a judgement of its cells. */
  readonly coverage: boolean;
};

/** @throws AppError not_found without a published run, and for a tier, region or line that does not exist */
export async function kpiGround(db: ScopedDb, asked: Asked, needs: Needs): Promise<KpiGround> {
  const run = await requireRunOrCurrent(db, asked.run, asked.program);
  const program = await readRunProgram(db, run);
  const calendar = quartersUntil(run.asOf, program.fiscalCalendar, QUARTERS_SHOWN);
  const runs = await db.kpis.runsByQuarter(run.program.key, calendar);
  const quarters = calendar.map((quarter, n) => ({ ...quarter, runId: runs[n]?.id ?? null }));
  const funds = await db.kpis.fundsByQuarter({ program, quarters });
  const selected = placeOf(quarters, asked.quarter) ?? quarters.length - 1;
  const regions = await db.regions.listPaths();
  const lines = await db.kpis.lines();
  const kept = await db.kpis.keptCoreLines(run.id);
  // A run of before sales were kept has none: they are added up anew, and so is their core.
  const core = kept ?? (await coreLines(db, { program, knownAt: run.knownAt, quarters, lines }));
  const organization = await db.organizations.get();
  const before = selected > 0 ? selected - 1 : null;
  const wanted = placeOf(quarters, asked.against);
  const against = wanted === null || wanted === selected ? before : wanted;
  // Coverage is measured neither by tier nor by product line.
  const isCovered = needs.coverage && asked.tier === undefined && asked.line === undefined;
  const coverage = isCovered ? await coverageByQuarter(db, runs, asked.region) : [];
  return {
    program,
    knownAt: run.knownAt,
    quarters,
    ofQuarter: quarters.map(({ from, until }, n) => ({
      days: daysBetween(from, until),
      runs: runs[n] === null || runs[n] === undefined ? 0 : 1,
      allPartners: runs[n]?.partners ?? 0,
      funds: funds[n] ?? 0,
      coverage: coverage[n] ?? null,
    })),
    narrowing: narrowingOf(asked, program, regions, lines),
    keptRunId: kept === null ? undefined : run.id,
    coreLines: core,
    regions,
    lines,
    context: {
      organization: organization.name,
      program: run.program.name,
      currency: program.currency,
      run: { number: run.number, asOf: run.asOf },
      quarters: quarters.map(({ runId: _, ...quarter }, n) => ({ ...quarter, run: runs[n]?.number ?? null })),
      selected,
      against,
      coreCategory: lines.find(({ id }) => core.includes(id))?.categoryName ?? null,
      regionPath: pathOf(regions, asked.region),
      choices: {
        tiers: program.tiers.map(({ key, name }) => ({ code: key, name })),
        regions: regionChoices(
          regions.map(({ code }) => code),
          regions,
        ),
        lines: lines.map(({ code, name }) => ({ code, name })),
      },
    },
  };
}

/**
 * A KPI of one group in one quarter. With a product line chosen only what is measured by line is defined; with a tier chosen, or for
 * the group of one (`ofTier`), only quarters with a run, because nobody has a tier in the others.
 */
export function figureOf(
  { ofQuarter, narrowing }: KpiGround,
  key: KpiKey,
  quarter: number,
  sums: KpiRow["sums"] | undefined,
  { ofTier = narrowing.tier !== undefined } = {},
): KpiFigure {
  const rest = ofQuarter[quarter];
  if (rest === undefined) throw new Error(`there is no quarter ${quarter}`);
  const figure = kpiFigure(key, { ...NOTHING, ...sums, ...rest });
  if (narrowing.lines !== undefined && !kpiDefinition(key).dimensions.includes("line")) return { ...figure, value: null, gap: "not_by_line" };
  if (ofTier && !kpiDefinition(key).dimensions.includes("tier")) return { ...figure, value: null, gap: "not_by_tier" };
  return ofTier && rest.runs === 0 ? { ...figure, value: null, gap: "no_run" } : figure;
}

/** What a group without a partner adds up to. */
export const NOTHING: KpiRow["sums"] = {
  revenue: 0,
  revenueBefore: 0,
  coreRevenue: 0,
  units: 0,
  activePartners: 0,
  sourcedPipeline: 0,
  won: 0,
  lost: 0,
  wonDays: 0,
  certifiedPeople: 0,
  partners: 0,
  promoted: 0,
  demoted: 0,
  promotedRevenue: 0,
  demotedRevenue: 0,
  asQualified: 0,
  allocated: 0,
};

function placeOf(quarters: readonly Quarter[], from: IsoDate | undefined): number | null {
  const place = quarters.findIndex((quarter) => quarter.from === from);
  return place === -1 ? null : place;
}

function narrowingOf(
  { tier, region, line }: Asked,
  { tiers }: Program,
  regions: readonly RegionRow[],
  lines: readonly ProductLineRow[],
): KpiNarrowing {
  if (tier !== undefined && !tiers.some(({ key }) => key === tier)) throw unknown("tier", tier);
  const within = region === undefined ? undefined : regions.filter(({ path }) => path.includes(region)).map(({ id }) => id);
  if (region !== undefined && within?.length === 0) throw unknown("region", region);
  const ofLine = line === undefined ? undefined : lines.filter(({ code }) => code === line).map(({ id }) => id);
  if (line !== undefined && ofLine?.length === 0) throw unknown("product line", line);
  return { tier, regions: within, lines: ofLine };
}

function unknown(what: string, code: string): AppError {
  return new AppError("not_found", `There is no ${what} "${code}".`);
}

function pathOf(regions: readonly RegionRow[], code: string | undefined): KpiContext["regionPath"] {
  const found = regions.find((region) => region.code === code);
  return (found?.path ?? []).map((part) => ({ code: part, name: regions.find((region) => region.code === part)?.name ?? part }));
}
