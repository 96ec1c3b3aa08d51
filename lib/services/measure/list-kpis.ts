import { z } from "zod";
import type { KpiDefinition } from "@/lib/contracts/kpi";
import { KPI_KEYS } from "@/lib/domain/measure/kpi-registry";
import { query } from "@/lib/services/define-service";
import { kpiDto } from "./kpi-dto";

/** The definition of every KPI. */
export const listKpis = query({
  permission: "kpi.read",
  input: z.strictObject({}),
  run: async (): Promise<{ items: KpiDefinition[] }> => ({ items: KPI_KEYS.map(kpiDto) }),
});
