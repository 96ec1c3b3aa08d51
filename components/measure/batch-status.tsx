import { Badge } from "@/components/ui/badge";
import type { ImportBatch } from "@/lib/contracts/import-batch";
import { statusWords } from "./batch-words";

export function BatchStatusBadge({ status }: Pick<ImportBatch, "status">) {
  const { words, tone } = statusWords(status);
  return <Badge tone={tone}>{words}</Badge>;
}
