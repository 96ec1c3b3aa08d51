import { Badge } from "@/components/ui/badge";
import type { Run } from "@/lib/contracts/run";

const STATUSES = {
  draft: { words: "Draft", tone: "warn" },
  published: { words: "Published", tone: "good" },
  discarded: { words: "Discarded", tone: "neutral" },
} as const;

export function RunStatus({ status }: Pick<Run, "status">) {
  const { words, tone } = STATUSES[status];
  return <Badge tone={tone}>{words}</Badge>;
}
