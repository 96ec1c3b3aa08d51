import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { LinkProgress } from "./link-progress";

/** How much a link asks to be followed; all but the usual one are coloured like their surroundings until pointed at. */
const LOOKS = {
  usual: "text-accent underline decoration-accent/35 hover:decoration-accent",
  strong: "font-medium text-ink hover:text-accent hover:underline",
  quiet: "hover:text-accent hover:underline",
} as const;

type TextLinkProps = {
  readonly href: Route;
  readonly children: ReactNode;
  readonly strong?: boolean;
  readonly quiet?: boolean;
  readonly label?: string;
};

/**
 * `strong`: the row's own name in a table. `quiet`: one of many figures, every one of which leads somewhere. The padding makes it 24 pixels high to a finger (WCAG 2.5.8);
 * within a line it moves nothing.
 */
export function TextLink({ href, children, strong = false, quiet = false, label }: TextLinkProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={label}
      className={`py-1.5 underline-offset-4 ${strong ? LOOKS.strong : quiet ? LOOKS.quiet : LOOKS.usual}`}
    >
      {children}
      <LinkProgress />
    </Link>
  );
}
