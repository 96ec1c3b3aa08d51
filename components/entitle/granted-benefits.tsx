import { nextTier } from "@/components/score/tier-sentence";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import type { PartnerScorecard } from "@/lib/contracts/scorecard";
import { grantWords } from "./grant-words";

type GrantedBenefitsProps = { readonly scorecard: Pick<PartnerScorecard, "entitlements" | "tier" | "tiers" | "program"> };

/** What the tier grants, and beside it what the next one would; benefits of neither are of no use to the reader. */
export function GrantedBenefits({ scorecard }: GrantedBenefitsProps) {
  const { entitlements, tier, program } = scorecard;
  const next = nextTier(scorecard);
  return (
    <Table caption="Entitlements">
      <thead>
        <tr>
          <HeadCell>Benefit</HeadCell>
          <HeadCell>With {tier.name}</HeadCell>
          {next !== null && <HeadCell wideOnly>With {next.name}</HeadCell>}
        </tr>
      </thead>
      <tbody>
        {entitlements
          .filter((entitlement) => entitlement.value !== null || entitlement.next !== null)
          .map((entitlement) => {
            const now = grantWords(entitlement.value, program.currency);
            const then = grantWords(entitlement.next, program.currency);
            return (
              <Row key={entitlement.key}>
                <Cell header>{entitlement.name}</Cell>
                <Cell>
                  {now}
                  {next !== null && then !== now && (
                    <NarrowLine>
                      {next.name}: {then}
                    </NarrowLine>
                  )}
                </Cell>
                {next !== null && (
                  <Cell wideOnly muted={then === now}>
                    {then === now ? "the same" : then}
                  </Cell>
                )}
              </Row>
            );
          })}
      </tbody>
    </Table>
  );
}
