import { Badge } from "@/components/ui/badge";
import type { Run } from "@/lib/contracts/run";

const STATUSES = {
  draft: { words: "Draft", tone: "warn" },
  published: { words: "Published", tone: "good" },
  discarded: { words: "Discarded", tone: "neutral" },
} as const;

const OVERTAKEN = { words: "Overtaken draft", tone: "neutral" } as const;

export function RunStatus({ run }: { readonly run: Pick<Run, "status" | "overtaken"> }) {
  const { words, tone } = run.overtaken ? OVERTAKEN : STATUSES[run.status];
  return <Badge tone={tone}>{words}</Badge>;
}
