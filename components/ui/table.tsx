import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { LinkProgress } from "./link-progress";
import { ScrollRegion } from "./scroll-region";

type TableProps = { readonly caption: string; readonly children: ReactNode; readonly stickyHead?: boolean };

/** `stickyHead`: on wide screens the head stays while the page scrolls. */
export function Table({ caption, children, stickyHead = false }: TableProps) {
  return (
    <ScrollRegion>
      <table className={`w-full border-collapse text-sm ${stickyHead ? "lg:[&_thead_th]:sticky lg:[&_thead_th]:top-0 lg:[&_thead_th]:z-10" : ""}`}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </ScrollRegion>
  );
}

type HeadCellProps = {
  readonly children: ReactNode;
  readonly numeric?: boolean;
  /** Not drawn on a phone, where another cell says the same. */
  readonly wideOnly?: boolean;
};

const HEAD = "border-b border-line-strong/40 bg-canvas h-9 px-3 align-middle text-xs font-medium text-muted first:pl-0 last:pr-0";

export function HeadCell({ children, numeric = false, wideOnly = false }: HeadCellProps) {
  return (
    <th scope="col" className={`${HEAD} ${numeric ? "figures" : "text-left"} ${wideOnly ? "max-sm:hidden" : ""}`}>
      {children}
    </th>
  );
}

type SortCellProps = Omit<HeadCellProps, "wideOnly"> & { readonly href: Route; readonly sorted: "asc" | "desc" | null };

/** A head that sorts: a link, so that it works without scripts and the address keeps the order. The arrow never moves the name off its figures. */
export function SortCell({ children, numeric = false, href, sorted }: SortCellProps) {
  const order = sorted === null ? undefined : sorted === "asc" ? "ascending" : "descending";
  return (
    <th scope="col" aria-sort={order} className={`${HEAD} ${numeric ? "figures" : "text-left"}`}>
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
  readonly wideOnly?: boolean;
};

export function Cell({ children, numeric = false, header = false, muted = false, wideOnly = false }: CellProps) {
  const className = `px-3 py-2 align-top first:pl-0 last:pr-0 ${numeric ? "figures" : "text-left"} ${muted ? "text-muted" : ""} ${header ? "font-normal" : ""} ${wideOnly ? "max-sm:hidden" : ""}`;
  return header ? (
    <th scope="row" className={className}>
      {children}
    </th>
  ) : (
    <td className={className}>{children}</td>
  );
}
