"use client";

import { placedNode } from "@/lib/domain/define/edit-score";
import { CoverageEditor } from "./coverage-editor";
import { CriterionEditor } from "./criterion-editor";
import { EffortEditor } from "./effort-editor";
import { EntitlementsEditor } from "./entitlements-editor";
import { FundsEditor } from "./funds-editor";
import { GroupEditor } from "./group-editor";
import { JsonEditor } from "./json-editor";
import { MetricEditor } from "./metric-editor";
import { MoneyEditor } from "./money-editor";
import { MovementEditor } from "./movement-editor";
import { ProgramEditor } from "./program-editor";
import { RulesEditor } from "./rules-editor";
import { useStudio } from "./studio-context";
import { TierEditor } from "./tier-editor";

type PartEditorProps = {
  /** "score:revenue_points", "tier:gold", "movement" … */
  readonly part: string;
};

/** The editor of one part of the program; what is gone, such as after undoing, is edited as the score. */
export function PartEditor({ part }: PartEditorProps) {
  const { program } = useStudio();
  const [kind, key = ""] = part.split(":");
  switch (kind) {
    case "tier": {
      const tier = program.tiers.find((one) => one.key === key);
      if (tier !== undefined) return <TierEditor key={part} tier={tier} />;
      break;
    }
    case "movement":
      return <MovementEditor />;
    case "rules":
      return <RulesEditor />;
    case "metric": {
      const metric = program.metrics.find((one) => one.key === key);
      if (metric !== undefined) return <MetricEditor key={part} metric={metric} />;
      break;
    }
    case "entitlements":
      return <EntitlementsEditor />;
    case "funds":
      return <FundsEditor />;
    case "coverage":
      return <CoverageEditor />;
    case "effort":
      return <EffortEditor />;
    case "money":
      return <MoneyEditor />;
    case "program":
      return <ProgramEditor />;
    case "json":
      return <JsonEditor />;
  }
  const node = placedNode(program.score, key)?.node ?? program.score;
  return node.kind === "criterion" ? <CriterionEditor key={node.key} criterion={node} /> : <GroupEditor key={node.key} group={node} />;
}
