import type { Route } from "next";
import { CurveGraph } from "@/components/charts/curve-graph";
import { formatMetricTick, formatMetricValue } from "@/components/format/metric-value";
import { counted, formatFixed, formatShare } from "@/components/format/number";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { PartnerScorecard, ScorecardMetric, ScorecardNode } from "@/lib/contracts/scorecard";
import { metricWords, statusWords } from "./data-words";

type CriteriaTableProps = { readonly scorecard: PartnerScorecard; readonly recordsHref: (metric: string) => Route };

/** Every criterion under its group: value, curve, points, weight, what it brings, and the records behind it; on a phone in two columns. */
export function CriteriaTable({ scorecard, recordsHref }: CriteriaTableProps) {
  const { nodes, program } = scorecard;
  const additive = nodes[0]?.contribution !== null && nodes.slice(1).every((node) => node.contribution !== null || node.share === null);
  return (
    <Table caption="Criteria">
      <thead>
        <tr>
          <HeadCell>Criterion</HeadCell>
          <HeadCell numeric wideOnly>
            Value
          </HeadCell>
          <HeadCell>Value to points</HeadCell>
          <HeadCell numeric wideOnly>
            Points
          </HeadCell>
          <HeadCell numeric wideOnly>
            Weight
          </HeadCell>
          <HeadCell numeric wideOnly>
            {additive ? "Brings to score" : "Brings to its part"}
          </HeadCell>
          <HeadCell wideOnly>Records</HeadCell>
        </tr>
      </thead>
      <tbody>
        {nodes
          .slice(1)
          .map((node) =>
            node.criterion === undefined ? (
              <GroupRow key={node.key} node={node} decimals={program.scoreDecimals} additive={additive} />
            ) : (
              <CriterionRow key={node.key} node={node} scorecard={scorecard} additive={additive} recordsHref={recordsHref} />
            ),
          )}
      </tbody>
    </Table>
  );
}

type GroupRowProps = { readonly node: ScorecardNode; readonly decimals: number; readonly additive: boolean };

function GroupRow({ node, decimals, additive }: GroupRowProps) {
  return (
    <tr className="break-after-avoid border-b border-line font-semibold">
      <th scope="row" className="pt-5 pb-2 text-left align-top font-[inherit]">
        {node.name}
      </th>
      <td className="max-sm:hidden" />
      <td className="px-3 pt-5 pb-2 max-sm:pr-0">
        <PhonePoints node={node} decimals={decimals} brings={additive ? node.contribution : null} />
      </td>
      <td className="figures px-3 pt-5 pb-2 max-sm:hidden">{node.points === null ? "–" : formatFixed(node.points, decimals)}</td>
      <td className="figures px-3 pt-5 pb-2 font-normal text-muted max-sm:hidden">{node.share === null ? "–" : formatShare(node.share, 1)}</td>
      <td className="figures px-3 pt-5 pb-2 max-sm:hidden">
        {additive && node.contribution !== null ? formatFixed(node.contribution, decimals) : ""}
      </td>
      <td className="max-sm:hidden" />
    </tr>
  );
}

type CriterionRowProps = {
  readonly node: ScorecardNode;
  readonly scorecard: PartnerScorecard;
  readonly additive: boolean;
  readonly recordsHref: (metric: string) => Route;
};

function CriterionRow({ node, scorecard, additive, recordsHref }: CriterionRowProps) {
  const decimals = scorecard.program.scoreDecimals;
  const currency = scorecard.program.currency;
  const { metric } = node;
  const brings = additive ? node.contribution : node.points === null || node.share === null ? null : node.points * node.share;
  const status = statusWords(node);
  const value =
    metric === undefined || metric.value === null ? (
      <span className="text-warn">No data</span>
    ) : (
      formatMetricValue(metric.value, metric.unit, currency)
    );
  const records = metric && (
    <TextLink href={recordsHref(metric.key)} label={`Records behind ${node.name}`}>
      {counted(metric.facts, "record")}
    </TextLink>
  );
  return (
    <Row>
      <Cell header>
        <span className="block font-medium print:min-w-36">{node.name}</span>
        {metric && <span className="block max-w-80 text-xs text-muted">{metricWords(metric, node.name)}</span>}
        {status && <span className="block max-w-80 text-xs text-warn">{status}</span>}
        <span className="mt-1 block text-lg font-semibold tabular-nums sm:hidden">{value}</span>
        <span className="block sm:hidden">{records}</span>
      </Cell>
      <Cell numeric wideOnly>
        {value}
      </Cell>
      <Cell>
        <PhonePoints node={node} decimals={decimals} brings={brings} />
        {metric && node.curve && <CriterionCurve node={node} metric={metric} currency={currency} decimals={decimals} />}
      </Cell>
      <Cell numeric wideOnly>
        {node.points === null ? "–" : formatFixed(node.points, decimals)}
      </Cell>
      <Cell numeric muted wideOnly>
        {node.share === null ? "–" : formatShare(node.share, 1)}
      </Cell>
      <Cell numeric wideOnly>
        {brings === null ? "–" : formatFixed(brings, decimals)}
      </Cell>
      <Cell wideOnly>{records}</Cell>
    </Row>
  );
}

type PhonePointsProps = { readonly node: ScorecardNode; readonly decimals: number; readonly brings: number | null };

/** Points, weight and what they bring: on a phone above the curve, elsewhere in columns of their own. */
function PhonePoints({ node, decimals, brings }: PhonePointsProps) {
  const rest = [
    ...(node.share === null ? [] : [`weight ${formatShare(node.share, 1)}`]),
    ...(brings === null ? [] : [`brings ${formatFixed(brings, decimals)}`]),
  ];
  return (
    <span className="mb-1 block text-right tabular-nums sm:hidden">
      <span className="font-semibold">{node.points === null ? "–" : formatFixed(node.points, decimals)}</span> points
      <span className="block text-xs font-normal text-muted">
        {rest.map((words, place) => (
          <span key={words} className="whitespace-nowrap">
            {words}
            {place < rest.length - 1 && ","}{" "}
          </span>
        ))}
      </span>
    </span>
  );
}

type CriterionCurveProps = { readonly node: ScorecardNode; readonly metric: ScorecardMetric; readonly currency: string; readonly decimals: number };

export function CriterionCurve({ node, metric, currency, decimals }: CriterionCurveProps) {
  if (node.curve === undefined) return null;
  const at = metric.value === null || node.points === null ? null : { value: metric.value, points: node.points };
  const label =
    at === null
      ? `${node.name}: no value to mark`
      : `${node.name}: ${formatMetricValue(at.value, metric.unit, currency)} gives ${formatFixed(at.points, decimals)} points`;
  return <CurveGraph curve={node.curve} at={at} label={label} tick={(value) => formatMetricTick(value, metric.unit, currency)} />;
}
