"use client";

import { Button } from "@/components/ui/button";
import { addFund, benefitsWithoutFund, revenueMetrics } from "@/lib/domain/define/edit-funds";
import { LIMITS } from "@/lib/domain/define/program-limits";
import { EditorFrame } from "./editor-frame";
import { FullNote } from "./full-note";
import { FundEditor } from "./fund-editor";
import { useStudio } from "./studio-context";
import { TextLinkButton } from "./text-link-button";

/** How budgets become allocations, a fund for each benefit that is paid from one. */
export function FundsEditor() {
  const { program, edit, open } = useStudio();
  const { funds = [], metrics } = program;
  // By their places, so that a fund stays the same, and keeps the focus, while its benefit is chosen.
  const placed = funds.map((fund, place) => ({ fund, place }));
  const [next] = benefitsWithoutFund(program);
  const hasRevenue = revenueMetrics(program).length > 0;
  return (
    <EditorFrame
      title="Funds"
      kind="Benefits"
      path="funds"
      hint="A fund shares a budget: each partner gets the base of its tier, and what is left is shared in proportion to score × revenue, within floor and cap."
      actions={
        <Button
          disabled={next === undefined || !hasRevenue || funds.length >= LIMITS.funds}
          onClick={() => next && edit(addFund(program, next.key), `adding a fund of ${next.name}`)}
        >
          Add a fund
        </Button>
      }
    >
      {funds.length === 0 && <p className="text-sm text-muted">No budget is shared by the program.</p>}
      {placed.map(({ fund, place }) => (
        <FundEditor key={place} fund={fund} place={place} />
      ))}
      <FullNote count={funds.length} most={LIMITS.funds} what="funds" />
      {next === undefined && (
        <p className="text-sm text-muted">
          A fund pays a benefit that is an amount for a quarter or a year{funds.length > 0 && ", and each of those has one"}.{" "}
          <TextLinkButton onClick={() => open("entitlements")}>Open the entitlements</TextLinkButton>
        </p>
      )}
      {!hasRevenue && metrics[0] !== undefined && (
        <p className="text-sm text-muted">
          A fund shares by a metric that is money, and the program has none.{" "}
          <TextLinkButton onClick={() => open(`metric:${metrics[0]?.key}`)}>Open the metrics</TextLinkButton>
        </p>
      )}
    </EditorFrame>
  );
}
