import { formatMinor, formatMinorChange, formatMoneyWhole } from "@/components/format/money";
import { formatCount, formatNumber } from "@/components/format/number";
import { TierBadge } from "@/components/score/tier-badge";
import { Badge } from "@/components/ui/badge";
import { DisclosureMark } from "@/components/ui/disclosure-mark";
import { Notice } from "@/components/ui/notice";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import { NEAR_POINTS } from "@/lib/domain/optimize/cliff-limits";
import type { Cliff } from "@/lib/domain/optimize/cliffs";
import type { SalesToCross } from "@/lib/domain/optimize/sales-to-cross";
import { cliffReason, cliffsSentence, rangeWords, stepWords, triedWords, typicalWords, uncountedWords } from "./cliff-words";

type CliffsTableProps = {
  /** Lowest cut first; null before they are worked out for the first time. */
  readonly cliffs: readonly Cliff[] | null;
  /** They are of the rules before. */
  readonly isWorking: boolean;
  readonly currency: string;
};

/** What crossing each cut is worth, beside the sales that it takes: where the first outweighs the second, rules invite to play them. */
export function CliffsTable({ cliffs, isWorking, currency }: CliffsTableProps) {
  if (cliffs === null) return <p className="text-sm text-muted">Working out what each cut is worth…</p>;
  if (cliffs.length === 0) return <p className="text-sm text-muted">The program has one tier, so there is no cut to cross.</p>;
  const highestFirst = cliffs.toReversed();
  const steep = highestFirst.filter(({ isCliff }) => isCliff);
  return (
    <div className={`space-y-3 ${isWorking ? "opacity-55" : ""}`} aria-busy={isWorking}>
      {steep.length > 0 && (
        <Notice tone="warn" title={cliffsSentence(steep)}>
          {cliffReason()}
        </Notice>
      )}
      <Table caption="What crossing each cut is worth, and the sales that it takes">
        <thead>
          <tr>
            <HeadCell>Into</HeadCell>
            <HeadCell numeric>Worth a year</HeadCell>
            <HeadCell numeric wideOnly>
              Below
            </HeadCell>
            <HeadCell numeric wideOnly>
              Above
            </HeadCell>
            <HeadCell numeric>Sales it takes</HeadCell>
          </tr>
        </thead>
        <tbody>
          {highestFirst.map((cliff) => (
            <Row key={cliff.place}>
              <Cell header>
                <TierBadge name={cliff.upper} place={cliff.place} of={cliffs.length + 1} />
                <span className="mt-0.5 block text-xs text-muted">
                  {cliff.cut === null ? "asks for no score" : `from ${formatNumber(cliff.cut, 4)}`}
                </span>
                {cliff.cut !== null && (
                  <NarrowLine>
                    {formatCount(cliff.below)} below, {formatCount(cliff.above)} above
                  </NarrowLine>
                )}
                {cliff.isCliff && <Badge tone="warn">cliff</Badge>}
              </Cell>
              <Cell numeric>{formatMinorChange(cliff.jump.value, currency)}</Cell>
              <Cell numeric wideOnly>
                {cliff.cut === null ? "–" : formatCount(cliff.below)}
              </Cell>
              <Cell numeric wideOnly>
                {cliff.cut === null ? "–" : formatCount(cliff.above)}
              </Cell>
              <Cell numeric>
                <SalesFigure sales={cliff.sales} below={cliff.below} currency={currency} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      <p className="max-w-prose text-xs text-muted">
        Below and above: partners within {NEAR_POINTS} points of the score that the tier asks for, by what they qualify for. Sales: what those below
        would have to sell beyond what they do, the median and the range, everything else being as it is.
      </p>
      {highestFirst.map((cliff) => (
        <CountedIn key={cliff.place} cliff={cliff} currency={currency} />
      ))}
    </div>
  );
}

type SalesFigureProps = { readonly sales: SalesToCross | null; readonly below: number; readonly currency: string };

function SalesFigure({ sales, below, currency }: SalesFigureProps) {
  if (sales === null) return "–";
  const notes = [rangeWords(sales, currency), ...triedWords(sales, below)].filter((note) => note !== null);
  return (
    <>
      {sales.needed === null ? "–" : formatMoneyWhole(sales.needed.median, currency)}
      {notes.map((note) => (
        <span key={note} className="block text-xs text-muted">
          {note}
        </span>
      ))}
    </>
  );
}

type CountedInProps = { readonly cliff: Cliff; readonly currency: string };

/** What the value of one jump is made of, and what it leaves out. */
function CountedIn({ cliff, currency }: CountedInProps) {
  const { lower, upper, jump, sales } = cliff;
  const uncounted = uncountedWords(cliff);
  return (
    <details className="group text-sm">
      <summary className="flex min-h-8 cursor-pointer items-center gap-1">
        <DisclosureMark />
        What is counted from {lower} to {upper}
      </summary>
      <div className="space-y-1 pb-2 pl-5 text-xs text-muted">
        <dl className="space-y-0.5">
          {jump.parts.map(({ benefit, name, value }) => (
            <div key={benefit} className="flex justify-between gap-4">
              <dt>{name}</dt>
              <dd className="tabular-nums text-ink">{formatMinorChange(value, currency)}</dd>
            </div>
          ))}
          {jump.parts.length === 0 && <div>No benefit that is money differs: {formatMinor(jump.value, currency)}.</div>}
        </dl>
        <p>{typicalWords(cliff, currency)} Of funds, what they pay at the least.</p>
        {uncounted !== null && <p>{uncounted}</p>}
        {sales !== null && <p>{stepWords(sales, currency)}</p>}
      </div>
    </details>
  );
}
