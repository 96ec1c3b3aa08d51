import { SampleData } from "@/lib/contracts/sample-data";
import { fromJson, fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { getSampleData } from "@/lib/services/settings/get-sample-data";
import { loadSampleData } from "@/lib/services/settings/load-sample-data";
import { removeSampleData } from "@/lib/services/settings/remove-sample-data";

export const GET = route({
  summary: "Whether there is sample data, and how far loading it is",
  tag: "Organization",
  service: getSampleData,
  read: fromQuery,
  send: json(SampleData),
});

export const POST = route({
  summary: "Load the sample data into an empty organization",
  tag: "Organization",
  service: loadSampleData,
  read: fromJson,
  send: json(SampleData, 202),
});

export const DELETE = route({
  summary: "Remove the sample data whole",
  tag: "Organization",
  service: removeSampleData,
  read: fromJson,
  send: json(SampleData),
});
