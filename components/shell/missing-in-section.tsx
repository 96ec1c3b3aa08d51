import type { Route } from "next";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { MissingPage } from "./missing-page";

type MissingInSectionProps = {
  /** A partner has no sections: it is told what it is told everywhere. */
  readonly reader: "staff" | "partner";
  readonly section: string;
  /** What the address names: "fund". */
  readonly what: string;
  readonly places: readonly { readonly href: Route; readonly label: string }[];
  /** The section's tabs. */
  readonly children?: ReactNode;
};

/** Within a section: what the address names does not exist, and the ways to what does. */
export function MissingInSection({ reader, section, what, places, children }: MissingInSectionProps) {
  if (reader === "partner") return <MissingPage reader="partner" />;
  return (
    <>
      <PageHeader title={section} />
      {children}
      <EmptyState
        title={`This ${what} does not exist in your organization`}
        action={
          <div className="flex flex-wrap justify-center gap-2">
            {places.map(({ href, label }) => (
              <ButtonLink key={href} href={href}>
                {label}
              </ButtonLink>
            ))}
          </div>
        }
      >
        The address may be mistyped, or what it names was removed.
      </EmptyState>
    </>
  );
}
