"use client";

import { type ReactNode, useEffect, useRef } from "react";

const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Within the table inside, the arrow keys move the focus from a link to that of the next cell in their direction that has one. */
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
  const step = MOVES[event.key];
  const cell = event.target instanceof Element ? event.target.closest<HTMLTableCellElement>("td, th") : null;
  const row = cell?.closest("tr");
  const rows = row?.closest("table")?.rows;
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || !cell || !row || !rows) return;
  const [down, right] = step;
  for (let y = row.rowIndex + down, x = cell.cellIndex + right; ; y += down, x += right) {
    const next = rows[y]?.cells[x];
    if (next === undefined) return;
    const link = next.querySelector("a");
    if (link === null) continue;
    event.preventDefault();
    link.focus();
    return;
  }
}
