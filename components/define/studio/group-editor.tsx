"use client";

import { Button } from "@/components/ui/button";
import { addNode, editGroup, freeKey, placedNodes } from "@/lib/domain/define/edit-score";
import type { Combine, Group, Program, ScoreNode } from "@/lib/domain/define/program";
import { LIMITS } from "@/lib/domain/define/program-limits";
import { usesWeights } from "@/lib/domain/define/score-tree";
import { EditorFrame } from "./editor-frame";
import { type Option, SelectInput, TextInput } from "./fields";
import { FullNote } from "./full-note";
import { GateEditor } from "./gate-editor";
import { NodeActions } from "./node-actions";
import { NodeKey } from "./node-key";
import { NumberInput } from "./number-input";
import { partPath } from "./part-path";
import { PointsBehind } from "./points-behind";
import { useStudio } from "./studio-context";
import { TextLinkButton } from "./text-link-button";
import { WeightInput } from "./weight-input";

type GroupEditorProps = { readonly group: Group };

const COMBINES: readonly Option<Combine>[] = [
  { value: "arithmetic", label: "Weighted average" },
  { value: "geometric", label: "Weighted geometric mean: weak parts weigh more" },
  { value: "harmonic", label: "Weighted harmonic mean: weak parts weigh most" },
  { value: "sum", label: "Points added up, to a cap" },
  { value: "min", label: "The lowest of its parts" },
  { value: "max", label: "The highest of its parts" },
];

/** A group of the score: how its parts become one number, how much each weighs, and what opens it. */
export function GroupEditor({ group }: GroupEditorProps) {
  const { program, edit, settle, open } = useStudio();
  const isFull = group.children.length >= LIMITS.children;
  const isRoot = program.score.key === group.key;
  const set = (change: Partial<Group>, what: string, continues = false) =>
    edit(editGroup(program, group.key, change), `${what} of ${group.name}`, { continues });

  function add(kind: ScoreNode["kind"]) {
    const node = kind === "criterion" ? newCriterion(program) : newGroup(program);
    edit(addNode(program, group.key, node), `adding to ${group.name}`);
    open(`score:${node.key}`);
  }

  return (
    <EditorFrame
      title={group.name}
      kind={isRoot ? "The score" : "Group"}
      path={partPath(program, `score:${group.key}`)}
      actions={!isRoot && <NodeActions node={group.key} />}
    >
      <div className="grid gap-4 @sm:grid-cols-2">
        <TextInput label="Name" value={group.name} maxLength={120} onChange={(name) => set({ name }, "the name", true)} onSettle={settle} />
        <SelectInput
          label="Its parts become one number by"
          value={group.combine}
          options={COMBINES}
          onChange={(combine) => set({ combine, ...(combine === "sum" ? {} : { cap: undefined }) }, "the combination")}
        />
      </div>
      {!isRoot && <WeightInput node={group.key} />}
      {group.combine === "sum" && (
        <div className="w-40">
          <NumberInput
            label="At most"
            suffix="points"
            value={group.cap ?? 100}
            min={0}
            max={1000}
            onChange={(cap) => set({ cap }, "the cap", true)}
            onSettle={settle}
          />
        </div>
      )}
      <PointsBehind title="Today’s partners by points" />
      <div>
        <h3 className="mb-2 text-sm font-medium">{usesWeights(group.combine) ? "Weights of its parts" : "Its parts"}</h3>
        <ul className="divide-y divide-line border-y border-line">
          {group.children.map((child) => (
            <li key={child.key} className="grid items-center gap-x-4 gap-y-1 py-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
              <TextLinkButton onClick={() => open(`score:${child.key}`)}>{child.name}</TextLinkButton>
              <WeightInput node={child.key} isLabelHidden />
            </li>
          ))}
        </ul>
        <div className="mt-2 flex flex-wrap gap-1">
          <Button look="quiet" className="-ml-3" disabled={isFull} onClick={() => add("criterion")}>
            Add a criterion
          </Button>
          <Button look="quiet" disabled={isFull} onClick={() => add("group")}>
            Add a group
          </Button>
        </div>
        <FullNote count={group.children.length} most={LIMITS.children} what="parts" />
      </div>
      <GateEditor group={group} onChange={(gate) => set({ gate }, "the gate", true)} />
      <NodeKey node={group} />
    </EditorFrame>
  );
}

function newCriterion(program: Program): ScoreNode {
  const used = new Set(placedNodes(program.score).flatMap(({ node }) => (node.kind === "criterion" ? [node.metric] : [])));
  const metric = program.metrics.find(({ key }) => !used.has(key)) ?? program.metrics[0];
  const [zeroAt, fullAt] = metric?.betterWhen === "lower" ? [100, 0] : [0, 100];
  return {
    ...{ kind: "criterion", key: freeNodeKey(program, `${metric?.key ?? "new"}_points`), name: metric?.name ?? "New criterion", weight: 10 },
    ...{ metric: metric?.key ?? "", curve: { kind: "linear", zeroAt, fullAt }, missing: { rule: "zero" } },
  };
}

function newGroup(program: Program): ScoreNode {
  return {
    kind: "group",
    key: freeNodeKey(program, "group"),
    name: "New group",
    weight: 10,
    combine: "arithmetic",
    children: [newCriterion(program)],
  };
}

function freeNodeKey(program: Program, wanted: string): string {
  return freeKey(
    wanted,
    placedNodes(program.score).map(({ node }) => node.key),
  );
}
