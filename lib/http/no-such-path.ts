import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/errors";
import { problemResponse, toProblem } from "./problem";

/** The answer to a path of the API that does not exist; it tells nothing that the public description does not. */
export function noSuchPath(request: Request): Response {
  const { pathname } = new URL(request.url);
  const error = new AppError("not_found", `There is no ${pathname} in this API. /api/v1/openapi.json describes what there is.`);
  return problemResponse(toProblem(error, randomUUID()));
}
