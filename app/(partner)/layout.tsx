import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { PartnerFrame } from "@/components/shell/partner-frame";
import { THEME_COOKIE, themeFrom } from "@/components/shell/theme";
import { requireActor } from "@/lib/auth/session";
import { forPage } from "@/lib/http/page";
import { getMe } from "@/lib/services/settings/get-me";

type PartnerLayoutProps = { readonly children: ReactNode };

export default async function PartnerLayout({ children }: PartnerLayoutProps) {
  const me = await forPage(getMe(await requireActor(), {}));
  const theme = themeFrom((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <PartnerFrame organization={me.organization} user={me} theme={theme}>
      {children}
    </PartnerFrame>
  );
}
