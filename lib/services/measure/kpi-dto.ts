import type { KpiDefinition } from "@/lib/contracts/kpi";
import { type KpiKey, kpiDefinition } from "@/lib/domain/measure/kpi-registry";

export function kpiDto(key: KpiKey): KpiDefinition {
  const { dimensions: _, ...definition } = kpiDefinition(key);
  return { key, ...definition };
}
