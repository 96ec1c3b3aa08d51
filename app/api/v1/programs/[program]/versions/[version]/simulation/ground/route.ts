import { SimulationGround } from "@/lib/contracts/simulation";
import { fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { getSimulationGround } from "@/lib/services/optimize/get-simulation-ground";

export const GET = route({
  summary: "Partners of a published run, to try a version on",
  tag: "Programs",
  service: getSimulationGround,
  read: fromQuery,
  send: json(SimulationGround),
});
