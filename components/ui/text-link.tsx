import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { LinkProgress } from "./link-progress";

type TextLinkProps = { readonly href: Route; readonly children: ReactNode; readonly strong?: boolean; readonly label?: string };

/**
 * `strong`: the row's own name in a table, ink-coloured until pointed at. The padding makes it 24 pixels high to a finger (WCAG 2.5.8);
 * within a line it moves nothing.
 */
export function TextLink({ href, children, strong = false, label }: TextLinkProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={label}
      className={`py-1.5 underline-offset-4 ${
        strong ? "font-medium text-ink hover:text-accent hover:underline" : "text-accent underline decoration-accent/35 hover:decoration-accent"
      }`}
    >
      {children}
      <LinkProgress />
    </Link>
  );
}
