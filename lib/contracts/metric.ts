import { z } from "zod";
import { Key, MetricUnit } from "@/lib/domain/define/metric";

/** A custom metric: numbers that come in as imported observations. */
export const CustomMetric = z.object({ key: Key, name: z.string(), unit: MetricUnit, betterWhen: z.enum(["higher", "lower"]) });
export type CustomMetric = z.infer<typeof CustomMetric>;

export const CreateMetric = z.strictObject({ key: Key, name: z.string().min(1).max(120), unit: MetricUnit, betterWhen: z.enum(["higher", "lower"]) });
export type CreateMetric = z.infer<typeof CreateMetric>;

export const MetricList = z.object({ items: z.array(CustomMetric) });
