"use client";

import { TierBadge } from "@/components/score/tier-badge";
import { editGrant } from "@/lib/domain/define/edit-entitlements";
import { editBounds } from "@/lib/domain/define/edit-funds";
import type { FundBounds, FundRule } from "@/lib/domain/define/fund";
import { grantIn } from "@/lib/domain/define/grant-in";
import type { Tier } from "@/lib/domain/define/program";
import { minorDigits } from "@/lib/domain/shared/money";
import { NumberInput } from "./number-input";
import { useStudio } from "./studio-context";

type FundBoundsTableProps = { readonly fund: FundRule; readonly place: number };

/** What the partners of each tier get first, at least and at most, the highest tier first. */
export function FundBoundsTable({ fund, place }: FundBoundsTableProps) {
  const { program } = useStudio();
  const caption = `Base, floor and cap, ${program.currency}`;
  return (
    <div>
      <table className="w-full text-sm">
        <caption className="mb-1 text-left text-sm font-medium">{caption}</caption>
        <thead>
          <tr className="border-b border-line-strong/40 text-xs text-muted">
            <th scope="col" className="py-2 pr-2 text-left font-medium">
              Tier
            </th>
            {["Base", "Floor", "Cap"].map((head) => (
              <th key={head} scope="col" className="px-1 py-2 pr-3.5 text-right font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {program.tiers
            .map((tier, rank) => (
              <tr key={tier.key} className="border-b border-line">
                <th scope="row" className="py-1.5 pr-2 text-left font-normal">
                  <TierBadge name={tier.name} place={rank} of={program.tiers.length} />
                </th>
                <TierAmounts fund={fund} place={place} tier={tier} />
              </tr>
            ))
            .toReversed()}
        </tbody>
      </table>
      <p className="mt-2 text-xs text-muted">
        The base is what the entitlements grant the tier: a tier without one takes no part. Floor and cap include the base.
      </p>
    </div>
  );
}

type TierAmountsProps = FundBoundsTableProps & { readonly tier: Tier };

/** A tier that takes no part has no floor or cap; where the document states them all the same, they are shown to be taken out. */
function TierAmounts({ fund: { benefit, bounds }, place, tier }: TierAmountsProps) {
  const { program, edit, settle } = useStudio();
  const grant = program.entitlements && grantIn(program.entitlements.grants, tier.key, benefit);
  const base = typeof grant === "number" ? grant : null;
  const own: FundBounds = Object.hasOwn(bounds, tier.key) ? (bounds[tier.key] ?? NONE) : NONE;
  const rules = { isLabelHidden: true, min: 0, decimals: minorDigits(program.currency), onSettle: settle };
  const setBound = (change: Partial<FundBounds>, what: string) =>
    edit(editBounds(program, place, tier.key, { ...own, ...change }), `${what} of ${tier.name}`, { continues: true });
  const isBounded = base !== null || own.floor !== null || own.cap !== null;
  return (
    <>
      <td className="px-1 py-1 align-top">
        <NumberInput
          label={`Base of ${tier.name}`}
          none="no part"
          value={base}
          onChange={(next) => edit(editGrant(program, tier.key, benefit, next), `the base of ${tier.name}`, { continues: true })}
          {...rules}
        />
      </td>
      {isBounded ? (
        <>
          <td className="px-1 py-1 align-top">
            <NumberInput
              label={`Floor of ${tier.name}`}
              none="none"
              value={own.floor}
              onChange={(floor) => setBound({ floor }, "the floor")}
              {...rules}
            />
          </td>
          <td className="py-1 pl-1 align-top">
            <NumberInput label={`Cap of ${tier.name}`} none="none" value={own.cap} onChange={(cap) => setBound({ cap }, "the cap")} {...rules} />
          </td>
        </>
      ) : (
        <td colSpan={2} />
      )}
    </>
  );
}

const NONE: FundBounds = { floor: null, cap: null };
