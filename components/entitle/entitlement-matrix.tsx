import { TierBadge } from "@/components/score/tier-badge";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import type { Entitlements, Grant } from "@/lib/domain/define/benefit";
import type { Program } from "@/lib/domain/define/program";
import { entitlementsByTier } from "@/lib/domain/entitle/entitlement";
import { grantValue } from "@/lib/domain/entitle/grant-value";
import { grantWords } from "./grant-words";

type EntitlementMatrixProps = { readonly program: Program; readonly entitlements: Entitlements };

/** What every tier is granted of every benefit, the highest tier first. */
export function EntitlementMatrix({ program, entitlements }: EntitlementMatrixProps) {
  const byTier = entitlementsByTier(program) ?? [];
  const highestFirst = program.tiers.map((tier, place) => ({ ...tier, place, granted: byTier[place] ?? [] })).toReversed();
  const words = (benefit: Entitlements["benefits"][number], grant: Grant | undefined) =>
    grantWords(grantValue(benefit, grant ?? null), program.currency);
  return (
    <Table caption="Entitlements by tier">
      <thead>
        <tr>
          <HeadCell>Benefit</HeadCell>
          {highestFirst.map((tier) => (
            <HeadCell key={tier.key} wideOnly>
              <TierBadge name={tier.name} place={tier.place} of={program.tiers.length} />
            </HeadCell>
          ))}
          <HeadCell wideOnly="xl">Owner</HeadCell>
        </tr>
      </thead>
      <tbody>
        {entitlements.benefits.map((benefit, place) => (
          <Row key={benefit.key}>
            <Cell header>
              <span className="block min-w-28 font-medium wrap-anywhere">{benefit.name}</span>
              {highestFirst.map((tier) => (
                <NarrowLine key={tier.key}>
                  {tier.name}: {words(benefit, tier.granted[place]?.grant)}
                </NarrowLine>
              ))}
              <span className="block max-w-xs text-xs font-normal text-muted">{benefit.outcome}</span>
              <NarrowLine until="xl">{benefit.owner}</NarrowLine>
            </Cell>
            {highestFirst.map((tier) => (
              <Cell key={tier.key} wideOnly>
                {words(benefit, tier.granted[place]?.grant)}
              </Cell>
            ))}
            <Cell wideOnly="xl" muted>
              <span className="block min-w-28 wrap-anywhere">{benefit.owner}</span>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
