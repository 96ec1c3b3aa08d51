import type { ReactNode } from "react";
import { AccountMenu } from "./account-menu";
import { DemoBanner } from "./demo-banner";
import { KeepFocus } from "./keep-focus";
import { SkipLink } from "./skip-link";
import type { Theme } from "./theme";
import { Wordmark } from "./wordmark";
import { WorkspaceNavigation } from "./workspace-navigation";

type WorkspaceFrameProps = {
  readonly organization: { readonly name: string; readonly isDemo: boolean };
  readonly user: { readonly name: string; readonly role: string };
  readonly theme: Theme;
  readonly children: ReactNode;
};

export function WorkspaceFrame({ organization, user, theme, children }: WorkspaceFrameProps) {
  return (
    <div className="lg:grid lg:min-h-dvh lg:grid-cols-[13.5rem_minmax(0,1fr)] print:block">
      <SkipLink />
      <KeepFocus />
      <header className="border-line bg-sunken max-lg:border-b lg:border-r print:hidden">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 p-3 lg:sticky lg:top-0 lg:h-dvh lg:flex-col lg:flex-nowrap lg:items-stretch lg:justify-start lg:gap-5 lg:p-4">
          <div className="px-2">
            <Wordmark />
            <p className="mt-1 text-xs text-muted max-lg:hidden">{organization.name}</p>
          </div>
          <div className="max-lg:order-last max-lg:w-full">
            <WorkspaceNavigation />
          </div>
          <div className="lg:mt-auto">
            <AccountMenu name={user.name} role={user.role} theme={theme} place="sidebar" account="/settings" />
          </div>
        </div>
      </header>
      <div className="min-w-0">
        {organization.isDemo && <DemoBanner />}
        <main id="content" tabIndex={-1} className="mx-auto max-w-6xl px-4 py-6 outline-none has-data-wide:max-w-[112rem] sm:px-8 lg:py-8">
          <p className="mb-3 hidden text-xs text-muted print:block">{organization.name}</p>
          {children}
        </main>
      </div>
    </div>
  );
}
