"use client";

import { formatChange, formatCount, formatNumber } from "@/components/format/number";
import { TierBadge } from "@/components/score/tier-badge";
import { scorecardPath } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ChangeCounts, Effects } from "@/lib/domain/optimize/effects";
import type { Listed, MovedPage } from "@/lib/domain/optimize/moved-partners";
import type { Look } from "@/lib/domain/optimize/what-if";
import { SelectInput } from "./fields";
import type { NamedPartner } from "./simulator-messages";

type MovedListProps = {
  readonly moved: MovedPage;
  readonly names: readonly NamedPartner[];
  readonly effects: Effects;
  readonly change: ChangeCounts;
  readonly look: Look;
  readonly onLook: (change: Partial<Look>) => void;
};

/** Who rises and who falls, the furthest first; or everybody in order of the score. */
export function MovedList({ moved, names, effects, change, look, onLook }: MovedListProps) {
  const options: { value: Listed; label: string }[] = [
    { value: "promoted", label: `Those who rise, ${formatCount(change.promoted)}` },
    { value: "demoted", label: `Those who fall, ${formatCount(change.demoted)}` },
    ...(change.unplaced > 0 ? [{ value: "unplaced" as const, label: `Those whose tier is gone, ${formatCount(change.unplaced)}` }] : []),
    { value: "all", label: `All standings, ${formatCount(effects.partners)}` },
  ];
  return (
    <div className="mt-5">
      <SelectInput
        label="Partners listed"
        isLabelHidden
        isNarrow
        value={look.listed}
        options={options}
        onChange={(listed) => onLook({ listed, page: 1 })}
      />
      {moved.total === 0 ? (
        <p className="mt-3 text-sm text-muted">Nobody.</p>
      ) : (
        <Table caption="Partners, with the tier of the run and that of the draft">
          <thead>
            <tr>
              <HeadCell numeric>Rank</HeadCell>
              <HeadCell>Partner</HeadCell>
              <HeadCell wideOnly>Run</HeadCell>
              <HeadCell>Draft</HeadCell>
              <HeadCell numeric>Score</HeadCell>
              <HeadCell numeric wideOnly>
                Change
              </HeadCell>
            </tr>
          </thead>
          <tbody>
            {moved.partners.map(({ rank, from, to, scoreBefore, scoreAfter }, i) => {
              const { code, name } = names[i] ?? { code: "", name: "" };
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a place on the page stays one when another partner takes it, which is drawn faster
                <Row key={i}>
                  <Cell numeric muted>
                    {rank === null ? "–" : formatCount(rank)}
                  </Cell>
                  <Cell header>
                    <TextLink strong href={scorecardPath(code)}>
                      {name}
                    </TextLink>
                    <NarrowLine>was {effects.before[from]?.name}</NarrowLine>
                  </Cell>
                  <Cell wideOnly>
                    <TierBadge name={effects.before[from]?.name ?? ""} place={from} of={effects.before.length} />
                  </Cell>
                  <Cell>
                    <TierBadge name={effects.after[to]?.name ?? ""} place={to} of={effects.after.length} />
                  </Cell>
                  <Cell numeric>{scoreAfter === null ? "–" : formatNumber(scoreAfter, 4)}</Cell>
                  <Cell numeric muted wideOnly>
                    {scoreAfter === null || scoreBefore === null ? "–" : formatChange(scoreAfter - scoreBefore, 1)}
                  </Cell>
                </Row>
              );
            })}
          </tbody>
        </Table>
      )}
      {moved.pages > 1 && (
        <div className="mt-3 flex items-center justify-between text-sm">
          <span className="text-muted tabular-nums">
            Page {moved.page} of {moved.pages}
          </span>
          <span className="flex gap-2">
            <Button disabled={moved.page === 1} onClick={() => onLook({ page: moved.page - 1 })}>
              Previous
            </Button>
            <Button disabled={moved.page === moved.pages} onClick={() => onLook({ page: moved.page + 1 })}>
              Next
            </Button>
          </span>
        </div>
      )}
    </div>
  );
}
