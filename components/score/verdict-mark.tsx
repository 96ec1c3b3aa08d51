import { CircleHelp, Check as Tick, X } from "lucide-react";
import type { Verdict } from "@/lib/domain/score/decision";

const MARKS = {
  met: { icon: Tick, words: "Met", look: "text-good" },
  short: { icon: X, words: "Not met", look: "text-bad" },
  no_data: { icon: CircleHelp, words: "No data", look: "text-warn" },
} as const;

export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  const { icon: Icon, words, look } = MARKS[verdict];
  return (
    <span className={`inline-flex items-baseline gap-1 whitespace-nowrap text-sm font-medium ${look}`}>
      <Icon aria-hidden className="size-4 shrink-0 self-center" strokeWidth={2.25} />
      {words}
    </span>
  );
}
