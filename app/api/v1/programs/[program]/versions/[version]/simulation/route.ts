import { Simulation, SimulationGround } from "@/lib/contracts/simulation";
import { fromJson, fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { getSimulationGround } from "@/lib/services/optimize/get-simulation-ground";
import { simulateDraft } from "@/lib/services/optimize/simulate-draft";

export const GET = route({
  summary: "Partners of a run, to try a version on",
  tag: "Programs",
  service: getSimulationGround,
  read: fromQuery,
  send: json(SimulationGround),
});

export const POST = route({
  summary: "Try a version on the partners of a run, and keep what came of it",
  tag: "Programs",
  service: simulateDraft,
  read: fromJson,
  send: json(Simulation, 201),
});
