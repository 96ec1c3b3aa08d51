import "server-only";
import { isDatabaseReady } from "@/lib/db/health";

/** The process answers. */
export function live(): Response {
  return health(true);
}

/** The process can serve: its database answers. Why it does not is nobody's business outside. */
export async function ready(): Promise<Response> {
  return health(await isDatabaseReady());
}

function health(isWell: boolean): Response {
  return Response.json({ status: isWell ? "ok" : "unavailable" }, { status: isWell ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
