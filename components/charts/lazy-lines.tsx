"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import type { LinesProps } from "./lines";

// The library is a hundred kilobytes and draws nothing on a server: it comes after the page.
const Lines = lazy(() => import("./lines").then((drawing) => ({ default: drawing.Lines })));

export function LazyLines(props: LinesProps) {
  const [isInBrowser, setInBrowser] = useState(false);
  useEffect(() => setInBrowser(true), []);
  return (
    <div className="min-h-60 print:min-h-0">
      {isInBrowser && (
        <Suspense>
          <Lines {...props} />
        </Suspense>
      )}
    </div>
  );
}
