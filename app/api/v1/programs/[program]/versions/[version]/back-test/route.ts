import { BackTest, LastBackTest } from "@/lib/contracts/back-test";
import { fromJson, fromQuery } from "@/lib/http/read-input";
import { route } from "@/lib/http/route";
import { json } from "@/lib/http/send-answer";
import { getBackTest } from "@/lib/services/optimize/get-back-test";
import { startBackTest } from "@/lib/services/optimize/start-back-test";

export const GET = route({
  summary: "The last back-test of a version, as far as it is",
  tag: "Programs",
  service: getBackTest,
  read: fromQuery,
  send: json(LastBackTest),
});

export const POST = route({
  summary: "Test a version against past quarters, or get the test of it that is under way",
  tag: "Programs",
  service: startBackTest,
  read: fromJson,
  send: json(BackTest, 202),
});
