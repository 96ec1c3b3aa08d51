import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button";
import { LinkProgress } from "./link-progress";

type ButtonLinkProps = { readonly href: Route; readonly look?: ButtonLook; readonly children: ReactNode };

export function ButtonLink({ href, look = "secondary", children }: ButtonLinkProps) {
  return (
    <Link href={href} className={buttonClass(look)}>
      {children}
      <LinkProgress />
    </Link>
  );
}

type DownloadLinkProps = {
  readonly href: string;
  readonly children: ReactNode;
  /** Absent: as the answer names it. */
  readonly fileName?: string;
};

/** A file from the API, or made of what the page holds: a plain anchor, so that no router fetches it ahead. */
export function DownloadLink({ href, children, fileName = "" }: DownloadLinkProps) {
  return (
    <a href={href} download={fileName} className={buttonClass("secondary")}>
      {children}
    </a>
  );
}
