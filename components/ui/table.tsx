import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { LinkProgress } from "./link-progress";
import { ScrollRegion } from "./scroll-region";

type TableProps = { readonly caption: string; readonly children: ReactNode; readonly stickyHead?: boolean };

/** From which width on a cell is drawn: true from a tablet's, "xl" from a large desktop's. Narrower, a NarrowLine of another cell says the same. */
type WideOnly = boolean | "xl";

/** What is first or last of the cells that are drawn stands at the edge. */
const EDGES = [
  "max-sm:[&_tr>:nth-child(1_of_:not(.not-phone))]:pl-0 max-sm:[&_tr>:nth-last-child(1_of_:not(.not-phone))]:pr-0",
  "max-xl:[&_tr>:nth-last-child(1_of_:not(.only-large))]:pr-0",
].join(" ");

function drawnFrom(wideOnly: WideOnly): string {
  if (wideOnly === "xl") return "not-phone only-large max-xl:hidden";
  return wideOnly ? "not-phone max-sm:hidden" : "";
}

/** `stickyHead`: on wide screens the head stays while the page scrolls. */
export function Table({ caption, children, stickyHead = false }: TableProps) {
  return (
    <ScrollRegion label={caption}>
      <table
        className={`w-full border-collapse text-sm ${EDGES} ${stickyHead ? "lg:[&_thead_th]:sticky lg:[&_thead_th]:top-0 lg:[&_thead_th]:z-10" : ""}`}
      >
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </ScrollRegion>
  );
}

type HeadCellProps = {
  readonly children: ReactNode;
  readonly numeric?: boolean;
  readonly wideOnly?: WideOnly;
};

const HEAD = "border-b border-line-strong/40 bg-canvas h-9 px-2 sm:px-3 align-middle text-xs font-medium text-muted first:pl-0 last:pr-0";

export function HeadCell({ children, numeric = false, wideOnly = false }: HeadCellProps) {
  return (
    <th scope="col" className={`${HEAD} ${numeric ? "figures" : "text-left"} ${drawnFrom(wideOnly)}`}>
      {children}
    </th>
  );
}

type SortCellProps = HeadCellProps & { readonly href: Route; readonly sorted: "asc" | "desc" | null };

/** A head that sorts: a link, so that it works without scripts and the address keeps the order. The arrow never moves the name off its figures. */
export function SortCell({ children, numeric = false, wideOnly = false, href, sorted }: SortCellProps) {
  const order = sorted === null ? undefined : sorted === "asc" ? "ascending" : "descending";
  return (
    <th scope="col" aria-sort={order} className={`${HEAD} ${numeric ? "figures" : "text-left"} ${drawnFrom(wideOnly)}`}>
      <Link href={href} prefetch={false} className={`inline-flex min-h-6 items-center gap-1 hover:text-ink ${sorted ? "text-ink" : ""}`}>
        {!numeric && children}
        <span aria-hidden className={`w-2 ${sorted ? "" : "invisible"}`}>
          {sorted === "desc" ? "↓" : "↑"}
        </span>
        {numeric && children}
        <LinkProgress />
      </Link>
    </th>
  );
}

type RowProps = { readonly children: ReactNode };

export function Row({ children }: RowProps) {
  return <tr className="border-b border-line hover:bg-hover">{children}</tr>;
}

type CellProps = {
  readonly children?: ReactNode;
  readonly numeric?: boolean;
  readonly header?: boolean;
  readonly muted?: boolean;
  readonly wideOnly?: WideOnly;
  /** Words that stay on one line, such as a date. */
  readonly nowrap?: boolean;
};

export function Cell({ children, numeric = false, header = false, muted = false, wideOnly = false, nowrap = false }: CellProps) {
  const className = `px-2 py-2 align-top first:pl-0 last:pr-0 sm:px-3 ${numeric ? "figures" : "text-left"} ${muted ? "text-muted" : ""} ${header ? "font-normal" : ""} ${drawnFrom(wideOnly)} ${nowrap ? "whitespace-nowrap" : ""}`;
  return header ? (
    <th scope="row" className={className}>
      {children}
    </th>
  ) : (
    <td className={className}>{children}</td>
  );
}

type NarrowLineProps = { readonly children: ReactNode /** As the `wideOnly` of the cells that it stands for. */; readonly until?: "sm" | "xl" };

/** A line within a cell that says, where there is no room, what cells say that are `wideOnly`. */
export function NarrowLine({ children, until = "sm" }: NarrowLineProps) {
  return <span className={`block text-xs text-muted ${until === "xl" ? "xl:hidden" : "sm:hidden"}`}>{children}</span>;
}
