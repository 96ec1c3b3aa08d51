import type { Metadata } from "next";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { TokensView } from "@/components/settings/tokens-view";
import { type SearchParams, searchValue } from "@/components/shell/search-params";
import { type Permission, permissionsOf } from "@/lib/access/permissions";
import { requireActor } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { forPage } from "@/lib/http/page";
import { getMe } from "@/lib/services/settings/get-me";
import { listTokens } from "@/lib/services/settings/list-tokens";
import { listUsers } from "@/lib/services/settings/list-users";

export const metadata: Metadata = { title: "API tokens" };

type TokensPageProps = { readonly searchParams: Promise<SearchParams> };

export default async function TokensPage({ searchParams }: TokensPageProps) {
  const actor = await requireActor();
  const tokens = await forPage(listTokens(actor, { cursor: searchValue(await searchParams, "cursor") }));
  const staff = await forPage(listUsers(actor, { state: "active", kind: "staff" }));
  const me = await forPage(getMe(actor, {}));
  const own = new Set<Permission>(me.permissions);
  const owners = staff.items.map(({ email, name, role, isSelf }) => ({
    email,
    name,
    isSelf,
    scopes: permissionsOf(role).filter((scope) => own.has(scope)),
  }));
  return (
    <SettingsFrame
      current="tokens"
      permissions={me.permissions}
      lead="A script signs in with a token. It acts as its owner, narrowed to the scopes it was made for."
    >
      <TokensView tokens={tokens} owners={owners} at={now().toISOString()} />
    </SettingsFrame>
  );
}
