import { Badge, type Tone } from "@/components/ui/badge";
import type { FundStatus as Status } from "@/lib/contracts/fund";

const LOOKS: Readonly<Record<Status, { readonly tone: Tone; readonly name: string }>> = {
  draft: { tone: "neutral", name: "Draft" },
  submitted: { tone: "warn", name: "Waits for approval" },
  approved: { tone: "good", name: "Approved" },
  discarded: { tone: "neutral", name: "Discarded" },
};

export function FundStatus({ status }: { readonly status: Status }) {
  return <Badge tone={LOOKS[status].tone}>{LOOKS[status].name}</Badge>;
}
