import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

type MissingPageProps = { readonly reader: "staff" | "partner" | "nobody" };

const PLACES: Readonly<Record<MissingPageProps["reader"], readonly { readonly href: Route; readonly label: string }[]>> = {
  staff: [
    { href: "/", label: "Go to the start" },
    { href: "/score", label: "Standings" },
    { href: "/measure/imports", label: "Imports" },
  ],
  partner: [{ href: "/scorecard", label: "Your scorecard" }],
  nobody: [{ href: "/", label: "Go to the start" }],
};

/** Says the same of what does not exist and of what may not be seen, and where to go instead. */
export function MissingPage({ reader }: MissingPageProps) {
  return (
    <>
      <h1 className="mb-6 text-2xl">Page not found</h1>
      <EmptyState
        title="There is nothing here"
        action={
          <div className="flex flex-wrap justify-center gap-2">
            {PLACES[reader].map(({ href, label }) => (
              <ButtonLink key={href} href={href}>
                {label}
              </ButtonLink>
            ))}
          </div>
        }
      >
        {reader === "partner"
          ? "The address may be mistyped, or it leads to a page that is not yours to see. Everything about your tier stands on your scorecard."
          : "The address may be mistyped, what it names may not exist, or you may not be allowed to see it."}
      </EmptyState>
    </>
  );
}
