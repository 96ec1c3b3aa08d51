import { CreateMetric, type CustomMetric } from "@/lib/contracts/metric";
import { command } from "../define-service";

/** Defines a custom metric, so that observations of it can be imported; those that came before it are loaded soon after. */
export const createMetric = command({
  permission: "metric.write",
  input: CreateMetric,
  run: async ({ actor, db }, metric): Promise<CustomMetric> => {
    await db.customMetrics.create(metric);
    await db.batches.replayWaiting("observations");
    await db.audit.append(actor, { action: "metric.create", target: `metric ${metric.key}`, detail: metric });
    return metric;
  },
});
