import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { PartnerFrame } from "@/components/shell/partner-frame";
import { roleWords } from "@/components/shell/role-words";
import { THEME_COOKIE, themeFrom } from "@/components/shell/theme";
import { WorkspaceFrame } from "@/components/shell/workspace-frame";
import { requireActor } from "@/lib/auth/session";
import { forPage } from "@/lib/http/page";
import { getMe } from "@/lib/services/settings/get-me";

type WorkspaceLayoutProps = { readonly children: ReactNode };

/** Decides nothing about access: a partner who comes here gets its own frame around a page that is not found. */
export default async function WorkspaceLayout({ children }: WorkspaceLayoutProps) {
  const me = await forPage(getMe(await requireActor(), {}));
  const theme = themeFrom((await cookies()).get(THEME_COOKIE)?.value);
  if (me.role === "partner") {
    return (
      <PartnerFrame organization={me.organization} user={me} theme={theme}>
        {children}
      </PartnerFrame>
    );
  }
  return (
    <WorkspaceFrame organization={me.organization} user={{ name: me.name, role: roleWords(me.role) }} theme={theme}>
      {children}
    </WorkspaceFrame>
  );
}
