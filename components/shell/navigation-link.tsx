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
    if (current) link.current?.scrollIntoView({ block: "nearest", inline: "nearest" }); // on a phone the row is longer than the screen
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
