import type { ReactNode } from "react";

type ScrollRegionProps = { readonly children: ReactNode };

/** What is too wide for a narrow screen, such as a captioned table, scrolls in here, and never the page. */
export function ScrollRegion({ children }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div tabIndex={0} className="max-lg:overflow-x-auto print:overflow-visible">
      {children}
    </div>
  );
}
