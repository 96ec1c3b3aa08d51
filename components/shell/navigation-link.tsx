"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { LinkProgress } from "@/components/ui/link-progress";

type NavigationLinkProps = { readonly href: Route; readonly children: ReactNode };

/** Knows whether its stage is the one being looked at. */
export function NavigationLink({ href, children }: NavigationLinkProps) {
  const path = usePathname();
  const current = href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
  const link = useRef<HTMLAnchorElement>(null);

  useEffect(() => {
    if (current && link.current !== null) showInRow(link.current);
  }, [current]);

  return (
    <Link
      ref={link}
      href={href}
      aria-current={current ? "page" : undefined}
      className="flex h-8 items-center gap-2.5 rounded-md px-2.5 text-sm font-medium text-muted hover:bg-track hover:text-ink aria-[current]:bg-track aria-[current]:text-ink"
    >
      {children}
      <LinkProgress />
    </Link>
  );
}

/**
 * On a phone the row is longer than the screen. Not by `scrollIntoView`, which in Chromium moves the place where the keyboard begins:
 * the first Tab of a page would pass over the link to its content.
 */
function showInRow(link: HTMLElement): void {
  const row = link.closest("nav");
  if (row === null) return;
  const place = link.getBoundingClientRect();
  const shown = row.getBoundingClientRect();
  row.scrollLeft += Math.max(0, place.right - shown.right) + Math.min(0, place.left - shown.left);
}
