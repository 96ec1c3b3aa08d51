"use client";

import { formatChange, formatCount, formatNumber, formatShare } from "@/components/format/number";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { SMALLEST_GROUP } from "@/lib/domain/optimize/fairness";
import type { Grouping } from "@/lib/domain/optimize/groupings";
import type { Look, Trial } from "@/lib/domain/optimize/what-if";
import { SelectInput } from "./fields";

type FairnessTableProps = {
  readonly groupings: readonly Grouping[];
  readonly fairness: Trial["fairness"];
  readonly look: Look;
  readonly onLook: (change: Partial<Look>) => void;
};

const FOUR_FIFTHS = 0.8;

/** Whether a change of the rules falls on some groups of partners more than on others. */
export function FairnessTable({ groupings, fairness, look, onLook }: FairnessTableProps) {
  if (groupings.length === 0) return <p className="text-sm text-muted">The partners have nothing that divides them into groups.</p>;
  return (
    <>
      <SelectInput
        label="Groups of partners"
        isLabelHidden
        isNarrow
        value={look.grouping === null ? "" : keyOf(look.grouping)}
        options={groupings.map((grouping) => ({ value: keyOf(grouping), label: `By ${groupingWords(grouping)}` }))}
        onChange={(key) => onLook({ grouping: groupings.find((grouping) => keyOf(grouping) === key) ?? null })}
      />
      {fairness !== null && (
        <>
          <Table caption="What the draft does to each group">
            <thead>
              <tr>
                <HeadCell>Group</HeadCell>
                <HeadCell numeric>Partners</HeadCell>
                <HeadCell numeric>Rise</HeadCell>
                <HeadCell numeric>Fall</HeadCell>
                <HeadCell numeric>In a higher tier</HeadCell>
                <HeadCell numeric wideOnly>
                  Score
                </HeadCell>
              </tr>
            </thead>
            <tbody>
              {namedGroups(fairness.groups).map(({ name, ...effect }) => (
                <Row key={effect.group}>
                  <Cell header>{name}</Cell>
                  <Cell numeric muted>
                    {formatCount(effect.partners)}
                  </Cell>
                  <Cell numeric>{formatShare(effect.promoted)}</Cell>
                  <Cell numeric>{formatShare(effect.demoted)}</Cell>
                  <Cell numeric>
                    {formatShare(effect.tieredBefore)} → {formatShare(effect.tieredAfter)}
                  </Cell>
                  <Cell numeric muted wideOnly>
                    {effect.scoreChange === null ? "–" : formatChange(effect.scoreChange, 1)}
                  </Cell>
                </Row>
              ))}
            </tbody>
          </Table>
          <p className={`mt-2 max-w-prose text-xs ${fairness.disparity !== null && fairness.disparity < FOUR_FIFTHS ? "text-warn" : "text-muted"}`}>
            {disparityWords(fairness.disparity)}
          </p>
        </>
      )}
    </>
  );
}

function disparityWords(disparity: number | null): string {
  if (disparity === null) return `Fewer than two groups have ${SMALLEST_GROUP} partners or more, so that nothing can be said of fairness.`;
  const share = `The group that fares worst is above the lowest tier ${formatShare(disparity)} as often as the one that fares best`;
  return disparity < FOUR_FIFTHS ? `${share}: below four fifths, which asks for a reason.` : `${share}: four fifths or more.`;
}

function keyOf(grouping: Grouping): string {
  return grouping.by === "revenue" ? "revenue" : `attribute:${grouping.attribute}`;
}

function groupingWords(grouping: Grouping): string {
  return grouping.by === "revenue" ? "revenue, in quarters" : grouping.attribute.replaceAll("_", " ");
}

/** The groups with their names; those that are numbers, such as annual sales, in their own order. */
function namedGroups<Effect extends { readonly group: string }>(groups: readonly Effect[]): readonly (Effect & { readonly name: string })[] {
  const areNumbers = groups.every(({ group }) => group.trim() !== "" && Number.isFinite(Number(group)));
  if (!areNumbers) return groups.map((effect) => ({ ...effect, name: effect.group }));
  return groups.map((effect) => ({ ...effect, name: formatNumber(Number(effect.group)) })).sort((a, b) => Number(a.group) - Number(b.group));
}
