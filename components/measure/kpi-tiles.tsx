import type { Route } from "next";
import { Sparkline } from "@/components/charts/sparkline";
import { formatKpiChange, formatKpiShort } from "@/components/format/kpi-value";
import { counted, listed } from "@/components/format/number";
import { DisclosureMark } from "@/components/ui/disclosure-mark";
import { TextLink } from "@/components/ui/text-link";
import type { Dashboard, DashboardQuery, KpiFigure } from "@/lib/contracts/kpi";
import { dashboardAddress, dashboardFilterCount, kpiAddress } from "./dashboard-address";
import { baseWords, DIMENSIONS, gapWords, isSoFar } from "./kpi-words";

type KpiTilesProps = { readonly dashboard: Dashboard; readonly query: DashboardQuery };

const UNMEASURED = [
  { gap: "not_by_line", dimension: "line" },
  { gap: "not_by_tier", dimension: "tier" },
] as const;

/** Every KPI with its change and course; each leads to its definition and what it is made of. */
export function KpiTiles({ dashboard, query }: KpiTilesProps) {
  const { tiles, quarters, selected, against, currency } = dashboard;
  // Of everybody, the share of all partners is all of them.
  const asked = tiles.filter(({ kpi }) => kpi.key !== "tier_share" || dashboardFilterCount(query) > 0);
  const gapOf = ({ figures }: (typeof tiles)[number]) => figures[selected]?.gap;
  const shown = asked.filter((tile) => !UNMEASURED.some(({ gap }) => gap === gapOf(tile)));
  return (
    <>
      <ul className="mt-6 grid grid-cols-2 overflow-hidden rounded-lg border border-line sm:grid-cols-3 lg:grid-cols-4 print:grid-cols-4">
        {shown.map(({ kpi, figures }) => {
          const now = figures[selected];
          const before = against === null ? undefined : figures[against];
          const soFar = isSoFar(kpi, quarters[selected]);
          const change = soFar ? null : formatKpiChange(now?.value ?? null, before?.value ?? null, kpi.unit);
          return (
            <li
              key={kpi.key}
              className="-mr-px -mb-px flex min-w-0 flex-col justify-between gap-2 border-r border-b border-line p-4 break-inside-avoid"
            >
              <div>
                <h3 className="text-xs font-normal text-muted">{kpi.name}</h3>
                <p className="mt-0.5 text-xl font-semibold tracking-tight tabular-nums">
                  <TextLink strong href={kpiAddress(kpi.key, query)} label={`${kpi.name}: what it is made of`}>
                    {now?.value === null || now === undefined ? (
                      <span className="text-base font-medium text-muted">not defined</span>
                    ) : (
                      formatKpiShort(now.value, kpi.unit, currency)
                    )}
                  </TextLink>
                </p>
                <p className={`text-xs tabular-nums ${soFar ? "text-muted" : toneOf(kpi, now?.value ?? null, before?.value ?? null)}`}>
                  {change ?? (now?.gap === null && soFar ? "so far" : gapWords(now?.gap ?? null))}&nbsp;
                </p>
                {change !== null && <BaseChange kpi={kpi} now={now} before={before} />}
              </div>
              <Sparkline values={figures.map(({ value }) => value)} />
            </li>
          );
        })}
      </ul>
      {UNMEASURED.map(({ gap, dimension }) => (
        <UnmeasuredKpis
          key={gap}
          names={asked.filter((tile) => gapOf(tile) === gap).map(({ kpi }) => kpi.name)}
          dimension={dimension}
          without={dashboardAddress(query, { [dimension]: undefined })}
        />
      ))}
    </>
  );
}

/** A share of cells moves with how many there are, too: a line that begins to sell brings a cell in every region. */
function BaseChange({
  kpi,
  now,
  before,
}: {
  readonly kpi: Dashboard["kpi"];
  readonly now: KpiFigure | undefined;
  readonly before: KpiFigure | undefined;
}) {
  const words = baseWords(kpi, now, before);
  return words === null ? null : <p className="text-xs text-muted tabular-nums">{words}</p>;
}

/** KPIs that have no value whatever the data: named, and no more. */
function UnmeasuredKpis({
  names,
  dimension,
  without,
}: {
  readonly names: readonly string[];
  readonly dimension: "line" | "tier";
  readonly without: Route;
}) {
  if (names.length === 0) return null;
  return (
    <details className="group mt-3 text-sm text-muted">
      <summary className="inline-flex min-h-6 items-center gap-1 hover:text-ink">
        <DisclosureMark />
        {counted(names.length, "KPI is", "KPIs are")} not measured by {DIMENSIONS[dimension]}
      </summary>
      <p className="mt-1 max-w-prose pl-5">
        {listed(names)}. <TextLink href={without}>Show them for all {DIMENSIONS[dimension]}s</TextLink>
      </p>
    </details>
  );
}

function toneOf({ betterWhen }: Dashboard["kpi"], now: number | null, before: number | null): string {
  if (betterWhen === null || now === null || before === null || now === before) return "text-muted";
  return now > before === (betterWhen === "higher") ? "text-good" : "text-bad";
}
