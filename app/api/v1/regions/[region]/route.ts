import { Region, RegionRef } from "@/lib/contracts/region";
import { fromJson, fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { removeRegion } from "@/lib/services/settings/remove-region";
import { updateRegion } from "@/lib/services/settings/update-region";

export const POST = route({ summary: "Name or place a region anew", tag: "Regions", service: updateRegion, read: fromJson, send: json(Region) });

export const DELETE = route({
  summary: "Remove a region that nothing refers to",
  tag: "Regions",
  service: removeRegion,
  read: fromQuery,
  send: json(RegionRef),
});
