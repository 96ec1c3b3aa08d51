"use client";

import { useLinkStatus } from "next/link";

/**
 * A bar along the top of the window while the link around it is on its way. Pages have no loading.tsx: behind one, a page that is
 * not found would answer 200, since its first bytes had left.
 */
export function LinkProgress() {
  const { pending } = useLinkStatus();
  return pending ? <span aria-hidden className="fixed inset-x-0 top-0 z-50 h-0.5 animate-progress bg-accent" /> : null;
}
