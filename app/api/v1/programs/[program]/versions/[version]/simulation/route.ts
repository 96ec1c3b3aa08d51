import { Simulation } from "@/lib/contracts/simulation";
import { fromJson, fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { getSimulation } from "@/lib/services/optimize/get-simulation";
import { simulateDraft } from "@/lib/services/optimize/simulate-draft";

export const GET = route({
  summary: "What a version, as it is now, does to the partners of a run, if it was tried",
  tag: "Programs",
  service: getSimulation,
  read: fromQuery,
  send: json(Simulation),
});

export const POST = route({
  summary: "Try a version on the partners of a run, and keep what came of it",
  tag: "Programs",
  service: simulateDraft,
  read: fromJson,
  send: json(Simulation, 201),
});
