import { formatMetricValue } from "@/components/format/metric-value";
import { counted, formatFixed, formatShare } from "@/components/format/number";
import { ownRecordsPath } from "@/components/shell/routes";
import { TextLink } from "@/components/ui/text-link";
import type { PartnerScorecard, ScorecardNode } from "@/lib/contracts/scorecard";
import { CriterionCurve } from "./criteria-table";
import { metricWords, statusWords } from "./data-words";

type OwnCriteriaProps = { readonly scorecard: PartnerScorecard };

/** Every criterion under its part: a list and not a table, so that a phone shows it whole. */
export function OwnCriteria({ scorecard }: OwnCriteriaProps) {
  const { nodes, program } = scorecard;
  return (
    <ul className="border-t border-line">
      {nodes.slice(1).map((node) => (
        <li key={node.key} className={`border-b border-line ${node.criterion === undefined ? "break-after-avoid" : ""}`}>
          {node.criterion === undefined ? (
            <PartHeading node={node} decimals={program.scoreDecimals} />
          ) : (
            <CriterionCard node={node} scorecard={scorecard} />
          )}
        </li>
      ))}
    </ul>
  );
}

function PartHeading({ node, decimals }: { readonly node: ScorecardNode; readonly decimals: number }) {
  return (
    <h3 className="flex items-baseline justify-between gap-4 pt-5 pb-2 font-semibold">
      {node.name}
      <span className="tabular-nums">
        {node.points === null ? "–" : formatFixed(node.points, decimals)} <span className="text-sm font-normal text-muted">points</span>
      </span>
    </h3>
  );
}

function CriterionCard({ node, scorecard }: { readonly node: ScorecardNode; readonly scorecard: PartnerScorecard }) {
  const { metric } = node;
  const status = statusWords(node);
  return (
    <div className="flex items-start justify-between gap-x-6 py-3">
      <div className="min-w-0 flex-1">
        <p className="font-medium">{node.name}</p>
        {metric && <p className="text-sm text-muted">{metricWords(metric, node.name)}</p>}
        <p className="mt-1 text-lg font-semibold tabular-nums">
          {metric === undefined || metric.value === null ? (
            <span className="text-sm font-medium text-warn">No data</span>
          ) : (
            formatMetricValue(metric.value, metric.unit, scorecard.program.currency)
          )}
        </p>
        {status && <p className="text-sm text-warn">{status}</p>}
        {metric && (
          <p className="mt-1 text-sm print:hidden">
            <TextLink href={ownRecordsPath({ run: scorecard.run.number, metric: metric.key })} label={`Records behind ${node.name}`}>
              {counted(metric.facts, "record")}
            </TextLink>
          </p>
        )}
      </div>
      <div className="w-33 shrink-0">
        <p className="mb-2 text-right text-sm tabular-nums">
          <span className="font-semibold">{node.points === null ? "–" : formatFixed(node.points, scorecard.program.scoreDecimals)}</span> points
          {node.share !== null && <span className="block text-muted">weight {formatShare(node.share)}</span>}
        </p>
        {metric && <CriterionCurve node={node} metric={metric} currency={scorecard.program.currency} decimals={scorecard.program.scoreDecimals} />}
      </div>
    </div>
  );
}
