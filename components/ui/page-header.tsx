import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { LinkProgress } from "./link-progress";

type PageHeaderProps = {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly back?: { readonly href: Route; readonly label: string };
};

export function PageHeader({ title, lead, actions, back }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {back && (
          <Link href={back.href} className="mb-1 inline-flex min-h-6 items-center text-sm text-muted hover:text-ink print:hidden">
            <span aria-hidden>←&nbsp;</span>
            {back.label}
            <LinkProgress />
          </Link>
        )}
        <h1 className="text-xl wrap-anywhere sm:text-2xl">{title}</h1>
        {lead && <p className="mt-1 max-w-prose text-pretty text-muted">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
