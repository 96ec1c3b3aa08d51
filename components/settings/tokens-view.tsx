import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { TokenPage } from "@/lib/contracts/token";
import { CreateTokenForm, type TokenOwner } from "./create-token-form";
import { TokensTable } from "./tokens-table";

type TokensViewProps = {
  readonly tokens: TokenPage;
  readonly owners: readonly TokenOwner[];
  /** The present instant, by which some tokens have expired. */
  readonly at: string;
};

export function TokensView({ tokens, owners, at }: TokensViewProps) {
  return (
    <>
      <Section title="Make a token" hint="Give it no more than the script needs. It is shown once.">
        <CreateTokenForm owners={owners} />
      </Section>
      <Section title="Tokens">
        {tokens.items.length === 0 ? (
          <EmptyState title="No tokens yet">Every token ever made will stand here, with who owns it and when it was last used.</EmptyState>
        ) : (
          <TokensTable tokens={tokens.items} at={at} />
        )}
        {tokens.nextCursor !== null && (
          <p className="mt-4">
            <ButtonLink href={`/settings/tokens?cursor=${encodeURIComponent(tokens.nextCursor)}` as Route}>Older tokens</ButtonLink>
          </p>
        )}
      </Section>
    </>
  );
}
