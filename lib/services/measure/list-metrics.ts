import { z } from "zod";
import type { CustomMetric } from "@/lib/contracts/metric";
import { query } from "../define-service";

/** The custom metrics that observations can be imported for. */
export const listMetrics = query({
  permission: "metric.read",
  input: z.strictObject({}),
  run: async ({ db }): Promise<{ items: CustomMetric[] }> => ({ items: await db.customMetrics.list() }),
});
