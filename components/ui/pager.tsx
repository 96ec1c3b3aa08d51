import type { Route } from "next";
import { ButtonLink } from "./button-link";

type PagerProps = { readonly label: string; readonly page: number; readonly pages: number; readonly href: (page: number) => Route };

export function Pager({ label, page, pages, href }: PagerProps) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={label} className="mt-4 flex items-center justify-between gap-4 text-sm">
      <p className="text-muted tabular-nums">
        Page {page} of {pages}
      </p>
      <div className="flex gap-2 print:hidden">
        {page > 1 && <ButtonLink href={href(page - 1)}>Previous</ButtonLink>}
        {page < pages && <ButtonLink href={href(page + 1)}>Next</ButtonLink>}
      </div>
    </nav>
  );
}
