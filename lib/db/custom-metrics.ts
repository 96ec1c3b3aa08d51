import type { Scope } from "@/lib/access/actor";
import { CustomMetric } from "@/lib/contracts/metric";
import type { Tx } from "./scope";

export function customMetricsRepository(tx: Tx, scope: Scope) {
  return {
    /** All of the organization's custom metrics, by key. */
    async list(): Promise<CustomMetric[]> {
      const rows = await tx.customMetric.findMany({ where: { orgId: scope.orgId }, orderBy: { key: "asc" } });
      return rows.map((row) => CustomMetric.parse(row));
    },
    /** @throws AppError conflict when the key is taken */
    async create(metric: CustomMetric): Promise<void> {
      await tx.customMetric.create({ data: { orgId: scope.orgId, ...metric } });
    },
  };
}
