"use client";

import { lazy, memo, Suspense } from "react";
import { placedNode } from "@/lib/domain/define/edit-score";
import { CriterionEditor } from "./criterion-editor";
import { GroupEditor } from "./group-editor";
import { MovementEditor } from "./movement-editor";
import { ProgramEditor } from "./program-editor";
import { RulesEditor } from "./rules-editor";
import { useStudio } from "./studio-context";
import { TierEditor } from "./tier-editor";

// Parts that are opened less often than the score and its tiers.
const CoverageEditor = lazy(async () => ({ default: (await import("./coverage-editor")).CoverageEditor }));
const EffortEditor = lazy(async () => ({ default: (await import("./effort-editor")).EffortEditor }));
const EntitlementsEditor = lazy(async () => ({ default: (await import("./entitlements-editor")).EntitlementsEditor }));
const FundsEditor = lazy(async () => ({ default: (await import("./funds-editor")).FundsEditor }));
const JsonEditor = lazy(async () => ({ default: (await import("./json-editor")).JsonEditor }));
const MetricEditor = lazy(async () => ({ default: (await import("./metric-editor")).MetricEditor }));
const MoneyEditor = lazy(async () => ({ default: (await import("./money-editor")).MoneyEditor }));

type PartEditorProps = {
  /** "score:revenue_points", "tier:gold", "movement" … */
  readonly part: string;
};

/** The editor of one part of the program; what is gone, such as after undoing, is edited as the score. */
export const PartEditor = memo(function PartEditor({ part }: PartEditorProps) {
  return (
    <Suspense fallback={<p className="text-sm text-muted">Loading…</p>}>
      <EditorOf part={part} />
    </Suspense>
  );
});

function EditorOf({ part }: PartEditorProps) {
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
