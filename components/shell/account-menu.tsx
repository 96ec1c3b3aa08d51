import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { SignOutButton } from "./sign-out-button";
import type { Theme } from "./theme";
import { ThemeSwitch } from "./theme-switch";

/** Where the menu opens: where there is room for it. */
const PLACES = {
  header: "right-0 top-full mt-2",
  sidebar: "max-lg:right-0 max-lg:top-full max-lg:mt-2 lg:bottom-full lg:left-0 lg:mb-2",
};

type AccountMenuProps = {
  readonly name: string;
  readonly role: string;
  readonly theme: Theme;
  readonly place: keyof typeof PLACES;
  /** Where the person changes its password. */
  readonly account: Route;
};

export function AccountMenu({ name, role, theme, place, account }: AccountMenuProps) {
  return (
    <details className="group relative print:hidden">
      <summary className="flex min-h-8 items-center gap-2 rounded-md px-2 py-1 hover:bg-hover">
        <span aria-hidden className="grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent">
          {name.slice(0, 1).toUpperCase()}
        </span>
        <span className="min-w-0 truncate text-sm font-medium max-sm:sr-only">{name}</span>
      </summary>
      <div className={`absolute z-30 w-60 rounded-lg border border-line bg-raised p-3 shadow-lg ${PLACES[place]}`}>
        <p className="truncate text-sm font-medium">{name}</p>
        <p className="mb-3 text-xs text-muted">{role}</p>
        <ThemeSwitch initial={theme} />
        <div className="mt-3 flex flex-col items-stretch border-t border-line pt-2 *:justify-start!">
          <ButtonLink href={account} look="quiet">
            Your account
          </ButtonLink>
          <SignOutButton />
        </div>
      </div>
    </details>
  );
}
