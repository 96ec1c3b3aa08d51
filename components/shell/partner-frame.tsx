import type { ReactNode } from "react";
import { AccountMenu } from "./account-menu";
import { DemoBanner } from "./demo-banner";
import { KeepFocus } from "./keep-focus";
import { SkipLink } from "./skip-link";
import type { Theme } from "./theme";
import { Wordmark } from "./wordmark";

type PartnerFrameProps = {
  readonly organization: { readonly name: string; readonly isDemo: boolean };
  readonly user: { readonly name: string };
  readonly theme: Theme;
  readonly children: ReactNode;
};

export function PartnerFrame({ organization, user, theme, children }: PartnerFrameProps) {
  return (
    <>
      <SkipLink />
      <KeepFocus />
      {organization.isDemo && <DemoBanner />}
      <header className="border-b border-line print:hidden">
        <div className="mx-auto flex max-w-3xl items-center justify-between gap-4 px-4 py-2.5">
          <div className="flex min-w-0 items-baseline gap-3">
            <Wordmark />
            <span className="truncate text-sm text-muted max-sm:hidden">for {organization.name}</span>
          </div>
          <AccountMenu name={user.name} role={`Partner of ${organization.name}`} theme={theme} place="header" account="/scorecard/account" />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto max-w-3xl px-4 py-6 outline-none sm:py-10">
        {children}
      </main>
    </>
  );
}
