// A web process that publishes one run: `publish-one-run.ts <organization> <number>`. Says so when it is done, and lives on.
import { Actor } from "@/lib/access/actor";
import { publishRun } from "@/lib/services/score/publish-run";

const [orgId = 0, run = 0] = process.argv.slice(2).map(Number);
const { status } = await publishRun(Actor.fromUserRow({ id: 1, orgId, name: "The channel_manager", role: "channel_manager", partnerId: null }), {
  run,
});
process.stdout.write(status);
setInterval(() => undefined, 60_000);
