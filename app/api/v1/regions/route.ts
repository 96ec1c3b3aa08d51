import { Region, RegionList } from "@/lib/contracts/region";
import { fromJson, fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { createRegion } from "@/lib/services/settings/create-region";
import { listRegions } from "@/lib/services/settings/list-regions";

export const GET = route({
  summary: "Regions, in the order of their tree",
  tag: "Regions",
  service: listRegions,
  read: fromQuery,
  send: json(RegionList),
});

export const POST = route({ summary: "Add a region", tag: "Regions", service: createRegion, read: fromJson, send: json(Region, 201) });
