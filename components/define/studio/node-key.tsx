"use client";

import { placedNodes } from "@/lib/domain/define/edit-score";
import type { ScoreNode } from "@/lib/domain/define/program";
import { renameNode } from "@/lib/domain/define/rename-key";
import { KeyInput } from "./key-input";
import { useStudio } from "./studio-context";

type NodeKeyProps = { readonly node: ScoreNode };

/** The key of a part of the score. */
export function NodeKey({ node }: NodeKeyProps) {
  const { program, edit, open } = useStudio();
  return (
    <KeyInput
      value={node.key}
      taken={placedNodes(program.score).map((placed) => placed.node.key)}
      onRename={(key) => {
        edit(renameNode(program, node.key, key), `the key of ${node.name}`);
        open(`score:${key}`);
      }}
    />
  );
}
