import { CurveGraph } from "@/components/charts/curve-graph";
import { formatMetricTick } from "@/components/format/metric-value";
import { formatShare } from "@/components/format/number";
import type { MetricDefinition } from "@/lib/domain/define/metric";
import type { Criterion, Group, Program, ScoreNode } from "@/lib/domain/define/program";
import { gateWords, type ProgramNames } from "./condition-words";
import { curveWords, missingRuleWords } from "./curve-words";
import { combineWords } from "./rule-words";

type ScoreTreeProps = { readonly program: Program; readonly names: ProgramNames };

/** The score as nested lists: what it is made of, with weights, curves and rules for missing data. */
export function ScoreTree({ program, names }: ScoreTreeProps) {
  return <GroupItem group={program.score.kind === "group" ? program.score : asGroup(program.score)} share={1} program={program} names={names} />;
}

/** A program may score by one criterion alone; it is shown as a group of one. */
function asGroup(criterion: Criterion): Group {
  return { kind: "group", key: "score", name: "Score", weight: 1, combine: "arithmetic", children: [criterion] };
}

type NodeProps<Node> = ScoreTreeProps & { readonly share: number } & Node;

function GroupItem({ group, share, program, names }: NodeProps<{ readonly group: Group }>) {
  const total = group.children.reduce((sum, child) => sum + child.weight, 0);
  const weighted = group.combine !== "sum" && group.combine !== "min" && group.combine !== "max";
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-3 py-2">
        {share !== 1 && <WeightLabel share={share} />}
        <span className="min-w-0 font-semibold wrap-anywhere">{group.name}</span>
        <span className="text-sm text-muted">
          {combineWords(group.combine)}
          {group.cap === undefined ? "" : `, at most ${group.cap} points`}
        </span>
      </p>
      {group.gate && <p className="pb-2 text-sm text-warn">{gateWords(group.gate, names)}.</p>}
      <ul className="border-l-2 border-line pl-4 sm:pl-6">
        {group.children.map((child) => (
          <li key={child.key} className="border-b border-line last:border-b-0">
            <NodeItem node={child} share={weighted && total > 0 ? child.weight / total : 1} program={program} names={names} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function NodeItem({ node, ...rest }: NodeProps<{ readonly node: ScoreNode }>) {
  return node.kind === "group" ? <GroupItem group={node} {...rest} /> : <CriterionItem criterion={node} {...rest} />;
}

function CriterionItem({ criterion, share, program }: NodeProps<{ readonly criterion: Criterion }>) {
  const metric = program.metrics.find(({ key }) => key === criterion.metric);
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
      <div className="flex min-w-0 flex-1 basis-72 gap-x-3">
        <WeightLabel share={share} />
        <div className="min-w-0">
          <p className="font-medium">{criterion.name}</p>
          <p className="text-sm text-muted">{metric?.name ?? criterion.metric}</p>
          {metric && <p className="mt-1 text-sm">{curveWords(criterion.curve, metric.unit, program.currency)}</p>}
          <p className="text-sm text-muted">{missingRuleWords(criterion.missing)}</p>
        </div>
      </div>
      {metric && (
        <div className="max-sm:pl-14">
          <CriterionGraph criterion={criterion} metric={metric} currency={program.currency} />
        </div>
      )}
    </div>
  );
}

type CriterionGraphProps = { readonly criterion: Criterion; readonly metric: MetricDefinition; readonly currency: string };

function CriterionGraph({ criterion, metric, currency }: CriterionGraphProps) {
  return (
    <CurveGraph
      curve={criterion.curve}
      at={null}
      label={`${criterion.name}: ${curveWords(criterion.curve, metric.unit, currency)}`}
      tick={(value) => formatMetricTick(value, metric.unit, currency)}
    />
  );
}

function WeightLabel({ share }: { readonly share: number }) {
  return <span className="w-11 shrink-0 text-right text-sm font-medium text-accent tabular-nums">{formatShare(share)}</span>;
}
