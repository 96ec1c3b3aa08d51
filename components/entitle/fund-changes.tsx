import { formatMoment } from "@/components/format/date";
import { formatMinor } from "@/components/format/money";
import type { FundChange } from "@/lib/contracts/fund";

type FundChangesProps = { readonly changes: readonly FundChange[]; readonly currency: string };

/** What was done to a fund, newest first. */
export function FundChanges({ changes, currency }: FundChangesProps) {
  return (
    <ol className="border-t border-line text-sm">
      {changes.map((change) => (
        <li key={`${change.at} ${change.kind} ${change.partner?.code}`} className="flex flex-wrap justify-between gap-x-6 border-b border-line py-2">
          <span className="max-w-prose">
            <strong className="font-medium">{change.by}</strong> {changeWords(change, currency)}
            {change.reason !== null && <span className="block wrap-anywhere text-muted">{change.reason}</span>}
          </span>
          <span className="text-xs text-muted">{formatMoment(change.at)}</span>
        </li>
      ))}
    </ol>
  );
}

function changeWords({ kind, partner, before, after }: FundChange, currency: string): string {
  const money = (amount: FundChange["after"]) => (amount === null ? "nothing" : formatMinor(amount, currency));
  switch (kind) {
    case "proposed":
      return before === null
        ? `set a budget of ${money(after)} and proposed the allocations`
        : `changed the budget from ${money(before)} to ${money(after)} and proposed anew`;
    case "adjusted":
      return `changed ${partner?.name ?? "a partner"} from ${money(before)} to ${money(after)}`;
    case "submitted":
      return "submitted it for approval";
    case "returned":
      return "returned it to draft";
    case "approved":
      return "approved it";
    case "discarded":
      return "discarded it";
  }
}
