import "server-only";
import { STATUS_CODES } from "node:http";
import { Problem } from "@/lib/contracts/problem";
import { AppError, ERROR_STATUS } from "@/lib/errors";
import { errorFields, log } from "@/lib/log";

const Issues = Problem.shape.issues.catch(undefined);

/** What a caller is told of an error. One that nobody expected is logged here, once, and told to nobody. */
export function toProblem(error: unknown, requestId: string): Problem {
  if (!(error instanceof AppError)) {
    log("error", "request.failed", { requestId, ...errorFields(error) });
    return toProblem(
      new AppError("internal", `Something went wrong on our side. Should it happen again, report the request ${requestId}.`),
      requestId,
    );
  }
  const status = ERROR_STATUS[error.code];
  const { issues, ...details } = error.details;
  const faults = Issues.parse(issues);
  return {
    type: "about:blank",
    title: STATUS_CODES[status] ?? "Error",
    status,
    code: error.code,
    detail: error.message,
    requestId,
    ...(faults !== undefined && { issues: faults }),
    ...(Object.keys(details).length > 0 && { details }),
  };
}

export function problemResponse(problem: Problem): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      "X-Request-Id": problem.requestId,
      ...(problem.status === ERROR_STATUS.unauthenticated && { "WWW-Authenticate": "Bearer" }),
    },
  });
}
