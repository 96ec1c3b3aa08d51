"use client";

import { type ReactNode, useEffect, useRef } from "react";

const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Within the table inside, the arrow keys move the focus from a link to that of the next cell in their direction that has one; Home and End
 * to the first and last of the row, with Ctrl of all figures.
 */
export function ArrowKeys({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    element?.addEventListener("keydown", moveFocus);
    return () => element?.removeEventListener("keydown", moveFocus);
  }, []);
  return <div ref={box}>{children}</div>;
}

function moveFocus(event: KeyboardEvent) {
  const cell = event.target instanceof Element ? event.target.closest<HTMLTableCellElement>("td, th") : null;
  if (cell === null || event.altKey || event.metaKey) return;
  const link = event.key === "Home" || event.key === "End" ? endOf(cell, event.key, event.ctrlKey) : event.ctrlKey ? null : nextTo(cell, event.key);
  if (link === null) return;
  event.preventDefault();
  link.focus();
}

/** The first or last figure of the row, or of the whole table. */
function endOf(cell: Element, key: "Home" | "End", ofAll: boolean): HTMLAnchorElement | null {
  const links = [...(cell.closest(ofAll ? "tbody" : "tr")?.querySelectorAll<HTMLAnchorElement>("td a") ?? [])];
  return (key === "Home" ? links[0] : links.at(-1)) ?? null;
}

function nextTo(cell: HTMLTableCellElement, key: string): HTMLAnchorElement | null {
  const row = cell.closest("tr");
  const rows = row?.closest("table")?.rows;
  const step = MOVES[key];
  if (step === undefined || !row || !rows) return null;
  const [down, right] = step;
  for (let y = row.rowIndex + down, x = cell.cellIndex + right; ; y += down, x += right) {
    const next = rows[y]?.cells[x];
    if (next === undefined) return null;
    const link = next.querySelector("a");
    if (link !== null) return link;
  }
}
