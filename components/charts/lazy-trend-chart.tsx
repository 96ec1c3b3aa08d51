"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import type { TrendChartProps } from "./trend-chart";

// The library is a hundred kilobytes and draws nothing on a server: it comes after the page.
const TrendChart = lazy(() => import("./trend-chart").then((chart) => ({ default: chart.TrendChart })));

/** The drawing of what a table on the same page says, and so hidden from screen readers and left out on paper. */
export function LazyTrendChart(props: TrendChartProps) {
  const [isInBrowser, setInBrowser] = useState(false);
  useEffect(() => setInBrowser(true), []);
  return (
    <div aria-hidden className="mb-4 h-65 print:hidden">
      {isInBrowser && (
        <Suspense>
          <TrendChart {...props} />
        </Suspense>
      )}
    </div>
  );
}
