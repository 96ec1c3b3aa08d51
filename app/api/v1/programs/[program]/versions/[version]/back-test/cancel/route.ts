import { BackTest } from "@/lib/contracts/back-test";
import { fromJson } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { cancelBackTest } from "@/lib/services/optimize/cancel-back-test";

export const POST = route({
  summary: "Cancel a back-test that you asked for",
  tag: "Programs",
  service: cancelBackTest,
  read: fromJson,
  send: json(BackTest),
});
