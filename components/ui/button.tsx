import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { LinkProgress } from "./link-progress";

type Look = "primary" | "secondary" | "quiet" | "danger";

const SHAPE =
  "inline-flex h-8 items-center justify-center gap-1.5 whitespace-nowrap rounded-md px-3 text-sm font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-55 print:hidden";

const LOOKS: Record<Look, string> = {
  primary: "bg-accent text-accent-ink not-disabled:hover:opacity-90",
  secondary: "border border-line-strong/50 bg-raised text-ink not-disabled:hover:bg-hover not-disabled:hover:border-line-strong",
  quiet: "text-muted not-disabled:hover:bg-hover not-disabled:hover:text-ink",
  danger: "border border-bad/50 bg-raised text-bad not-disabled:hover:bg-bad-soft",
};

type ButtonProps = ComponentProps<"button"> & { readonly look?: Look };

export function Button({ look = "secondary", type = "button", className = "", ...rest }: ButtonProps) {
  return <button type={type} className={`${SHAPE} ${LOOKS[look]} ${className}`} {...rest} />;
}

type ButtonLinkProps = { readonly href: Route; readonly look?: Look; readonly children: ReactNode };

export function ButtonLink({ href, look = "secondary", children }: ButtonLinkProps) {
  return (
    <Link href={href} className={`${SHAPE} ${LOOKS[look]}`}>
      {children}
      <LinkProgress />
    </Link>
  );
}

type DownloadLinkProps = { readonly href: string; readonly children: ReactNode };

/** A file from the API: a plain anchor, so that no router fetches it ahead. */
export function DownloadLink({ href, children }: DownloadLinkProps) {
  return (
    <a href={href} download className={`${SHAPE} ${LOOKS.secondary}`}>
      {children}
    </a>
  );
}
