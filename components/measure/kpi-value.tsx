import { formatKpi } from "@/components/format/kpi-value";
import type { KpiDefinition, KpiFigure } from "@/lib/contracts/kpi";
import { gapWords } from "./kpi-words";

type KpiValueProps = { readonly kpi: Pick<KpiDefinition, "unit">; readonly figure: KpiFigure; readonly currency: string };

/** A KPI's value, or why it has none. */
export function KpiValue({ kpi, figure, currency }: KpiValueProps) {
  return figure.value === null ? <span className="text-xs text-muted">{gapWords(figure.gap)}</span> : formatKpi(figure.value, kpi.unit, currency);
}
