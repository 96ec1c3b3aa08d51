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

type DownloadLinkProps = { readonly href: string; readonly children: ReactNode };

/** A file from the API: a plain anchor, so that no router fetches it ahead. */
export function DownloadLink({ href, children }: DownloadLinkProps) {
  return (
    <a href={href} download className={buttonClass("secondary")}>
      {children}
    </a>
  );
}
