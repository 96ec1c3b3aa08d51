import { CustomMetric, MetricList } from "@/lib/contracts/metric";
import { fromJson, fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { createMetric } from "@/lib/services/measure/create-metric";
import { listMetrics } from "@/lib/services/measure/list-metrics";

export const GET = route({ summary: "Custom metrics", tag: "Metrics", service: listMetrics, read: fromQuery, send: json(MetricList) });

export const POST = route({
  summary: "Define a custom metric",
  tag: "Metrics",
  service: createMetric,
  read: fromJson,
  send: json(CustomMetric, 201),
});
