import { Badge } from "@/components/ui/badge";
import type { ImportBatch } from "@/lib/contracts/import-batch";
import { statusWords } from "./batch-words";

export function BatchStatusBadge({ batch }: { readonly batch: Pick<ImportBatch, "status" | "outcome"> }) {
  const { words, tone } = statusWords(batch);
  return <Badge tone={tone}>{words}</Badge>;
}
