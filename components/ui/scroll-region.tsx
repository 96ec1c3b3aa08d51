"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

type ScrollRegionProps = {
  /** What scrolls, for somebody who comes to it by keyboard. */
  readonly label: string;
  /** It may be too wide for a wide screen too. */
  readonly alsoWide?: boolean;
  readonly children: ReactNode;
};

/**
 * What is too wide for a narrow screen, such as a captioned table, scrolls in here, and never the page. The side on which more lies
 * fades out. It is a stop for the keyboard only while there is something to scroll (WCAG 2.1.1).
 */
export function ScrollRegion({ label, alsoWide = false, children }: ScrollRegionProps) {
  const box = useRef<HTMLDivElement>(null);
  const [before, setBefore] = useState(false);
  const [after, setAfter] = useState(false);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = () => {
      const most = scrollable(element);
      setBefore(element.scrollLeft > 0 && most > 0);
      setAfter(element.scrollLeft < most - 1); // the browser rounds: a place may stop a fraction short of its end
    };
    const sizes = new ResizeObserver(look);
    for (const part of [element, ...element.children]) sizes.observe(part);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, []);

  const stop = before || after ? ({ tabIndex: 0, role: "group", "aria-label": label } as const) : {};
  const fade = `${before ? "mask-l-from-[calc(100%-2.5rem)]" : ""} ${after ? "mask-r-from-[calc(100%-2.5rem)]" : ""}`;
  return (
    <div
      ref={box}
      {...stop}
      className={`${alsoWide ? "overflow-x-auto" : "max-lg:overflow-x-auto"} focus-visible:-outline-offset-2 focus-visible:mask-none print:mask-none print:overflow-visible ${fade}`}
    >
      {children}
    </div>
  );
}

/** How far it can scroll to the right, in pixels: on a wide screen what is too wide is shown, and there is nothing to scroll. */
function scrollable(element: HTMLElement): number {
  return getComputedStyle(element).overflowX === "visible" ? 0 : element.scrollWidth - element.clientWidth;
}
