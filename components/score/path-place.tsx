import type { Route } from "next";
import { type ReactNode, Suspense } from "react";
import { PathPending } from "./path-section";

type PathPlaceProps = {
  /** The page with the path in it from the start. */
  readonly whole: Route;
  /** Whether this is that page. */
  readonly isWhole: boolean;
  readonly children: ReactNode;
};

/** Where the path stands: it comes after the rest of the page, unless no script would put it there. */
export function PathPlace({ whole, isWhole, children }: PathPlaceProps) {
  return isWhole ? children : <Suspense fallback={<PathPending whole={whole} />}>{children}</Suspense>;
}
