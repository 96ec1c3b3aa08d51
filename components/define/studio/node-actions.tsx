"use client";

import { Button } from "@/components/ui/button";
import { moveNode, placedNode, placedNodes, removeNode, shiftNode } from "@/lib/domain/define/edit-score";
import { SelectInput } from "./fields";
import { RemovePart } from "./remove-part";
import { useStudio } from "./studio-context";

type NodeActionsProps = { readonly node: string };

/** Where a part of the score stands: up and down among its siblings, into another group, or not at all. */
export function NodeActions({ node: key }: NodeActionsProps) {
  const { program, edit, open } = useStudio();
  const placed = placedNode(program.score, key);
  if (placed?.group == null) return null;
  const { node, group, place } = placed;
  const groups = placedNodes(program.score).filter(({ node: other }) => other.kind === "group" && placedNode(node, other.key) === null);
  return (
    <>
      <Button disabled={place === 0} onClick={() => edit(shiftNode(program, key, -1), `the place of ${node.name}`)}>
        Move up
      </Button>
      <Button disabled={place === group.children.length - 1} onClick={() => edit(shiftNode(program, key, 1), `the place of ${node.name}`)}>
        Move down
      </Button>
      {groups.length > 1 && (
        <SelectInput
          label="Group"
          isLabelHidden
          isNarrow
          value={group.key}
          options={groups.map(({ node: other }) => ({ value: other.key, label: `In ${other.name}` }))}
          onChange={(target) => edit(moveNode(program, key, target, Number.POSITIVE_INFINITY), `the group of ${node.name}`)}
        />
      )}
      <RemovePart
        name={node.name}
        obstacle={group.children.length === 1 ? "A group keeps at least one part" : undefined}
        onRemove={() => {
          edit(removeNode(program, key), `removing ${node.name}`);
          open(`score:${group.key}`);
        }}
      />
    </>
  );
}
