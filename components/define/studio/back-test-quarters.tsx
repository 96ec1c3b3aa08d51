"use client";

import { useState } from "react";
import { formatDate, formatFiscalPeriod } from "@/components/format/date";
import { formatCount } from "@/components/format/number";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import type { BackTest, BackTestQuarter } from "@/lib/contracts/back-test";
import { BackTestQuarterView } from "./back-test-quarter-view";
import { knowledgeWords } from "./back-test-words";

type BackTestQuartersProps = { readonly backTest: BackTest };

/** The quarters that are done, the newest first, and one of them in full. */
export function BackTestQuarters({ backTest }: BackTestQuartersProps) {
  const { results, tiers, currency } = backTest;
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = results.find(({ lastDay }) => lastDay === chosen) ?? results.at(-1);
  return (
    <>
      <Table caption="What the rules make of each quarter">
        <thead>
          <tr>
            <HeadCell>Quarter</HeadCell>
            <HeadCell numeric>Rise</HeadCell>
            <HeadCell numeric>Fall</HeadCell>
            <HeadCell numeric>Not as published</HeadCell>
          </tr>
        </thead>
        <tbody>
          {results.toReversed().map((quarter) => (
            <Row key={quarter.lastDay}>
              <Cell header>
                <button
                  type="button"
                  aria-pressed={quarter === shown}
                  onClick={() => setChosen(quarter.lastDay)}
                  className="inline-flex min-h-6 items-center font-medium text-accent underline-offset-4 hover:underline aria-pressed:text-ink aria-pressed:underline"
                >
                  {formatFiscalPeriod(quarter)}
                </button>
                <span className="block text-xs text-muted">
                  {formatDate(quarter.lastDay)}, {knowledgeWords(quarter.knowledge)}
                </span>
              </Cell>
              <Cell numeric>{formatCount(quarter.movements.promoted)}</Cell>
              <Cell numeric>{formatCount(quarter.movements.demoted)}</Cell>
              <Cell numeric>{otherwise(quarter)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {results.some(({ knowledge }) => knowledge.kind === "today") && (
        <p className="max-w-prose text-xs text-muted">As known today: nothing had been imported by the end of that quarter.</p>
      )}
      {shown !== undefined && <BackTestQuarterView quarter={shown} tiers={tiers} currency={currency} />}
    </>
  );
}

/** How many partners were published in another tier; a dash where no run was published as of that day. */
function otherwise({ decided }: BackTestQuarter): string {
  if (decided === null) return "–";
  const { promoted, demoted, unplaced } = decided.change;
  return formatCount(promoted + demoted + unplaced);
}
