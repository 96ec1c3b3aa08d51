"use client";

import { formatShare } from "@/components/format/number";
import { editNode, placedNode } from "@/lib/domain/define/edit-score";
import { MOST_WEIGHT } from "@/lib/domain/define/program-limits";
import { scoreTree, usesWeights } from "@/lib/domain/define/score-tree";
import { SliderInput } from "./slider-input";
import { useStudio } from "./studio-context";

type WeightInputProps = { readonly node: string; readonly isLabelHidden?: boolean };

const LEAST_SLIDER = 100;

/** The weight of a part among its siblings, with the share that it makes. Nothing where its group does not use weights. */
export function WeightInput({ node: key, isLabelHidden = false }: WeightInputProps) {
  const { program, edit, settle } = useStudio();
  const placed = placedNode(program.score, key);
  if (placed?.group == null || !usesWeights(placed.group.combine)) return null;
  const { node, group } = placed;
  const total = group.children.reduce((sum, { weight }) => sum + weight, 0);
  const share = total === 0 ? 0 : node.weight / total;
  const whole = scoreTree(program.score).find(key)?.nominalShare ?? 0;
  return (
    <SliderInput
      label={isLabelHidden ? node.name : "Weight"}
      isLabelHidden={isLabelHidden}
      value={node.weight}
      min={0}
      max={Math.max(LEAST_SLIDER, ...group.children.map(({ weight }) => weight))}
      most={MOST_WEIGHT}
      step={1}
      onChange={(weight) =>
        edit(
          editNode(program, key, (old) => ({ ...old, weight })),
          `the weight of ${node.name}`,
          { continues: true },
        )
      }
      onSettle={settle}
      hint={`${formatShare(share, 1)} of ${group.name}${placed.depth > 1 ? `, ${formatShare(whole, 1)} of the score` : ""}`}
    />
  );
}
