import type { Route } from "next";
import Link from "next/link";
import { LinkProgress } from "./link-progress";

type Tab = { readonly label: string; readonly href: Route; readonly current: boolean; readonly count?: string };
type TabsProps = { readonly label: string; readonly tabs: readonly Tab[] };

/** Views of the same page, each with its own address. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav aria-label={label} className="mb-6 flex gap-x-6 border-b border-line max-sm:flex-wrap print:hidden">
      {tabs.map((tab) => (
        <Link
          key={tab.label} // its address follows the filters; the tab stays, and with it the focus
          href={tab.href}
          aria-current={tab.current ? "page" : undefined}
          className="-mb-px inline-flex min-h-9 shrink-0 items-center gap-2 border-b-2 border-transparent text-sm font-medium text-muted hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
        >
          {tab.label}
          <LinkProgress />
          {tab.count !== undefined && <span className="font-normal text-muted tabular-nums">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
