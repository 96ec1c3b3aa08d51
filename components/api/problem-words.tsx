import type { ReactNode } from "react";
import { ApiProblem } from "./api-request";

/** What to say of whatever went wrong. A session that ended is said with the way back in that leaves this page, and what was typed in it, as it is. */
export function problemWords(problem: unknown): ReactNode {
  if (isEndedSession(problem)) {
    return (
      <>
        Your session has ended.{" "}
        <a href="/sign-in" target="_blank" rel="noreferrer" className="py-1.5 font-medium underline underline-offset-4">
          Sign in again in another tab
        </a>
        , then press the button again: what you typed is still here.
      </>
    );
  }
  return problem instanceof ApiProblem ? problem.message : "Something went wrong on this page. Reload it and try again.";
}

/** Nothing on the page is out of date then, and reading it anew would lead away from it. */
export function isEndedSession(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.code === "unauthenticated";
}
