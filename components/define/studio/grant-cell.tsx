"use client";

import type { Benefit } from "@/lib/domain/define/benefit";
import type { Tier } from "@/lib/domain/define/program";
import { issueWords } from "../issue-words";
import { useIssuesAt } from "./answer-context";
import { GrantInput } from "./grant-input";

type GrantCellProps = { readonly benefit: Benefit; readonly tier: Tier };

/** A cell of the matrix, marked where it contradicts itself. */
export function GrantCell({ benefit, tier }: GrantCellProps) {
  const issues = useIssuesAt()(`entitlements.${tier.key}.${benefit.key}`);
  const words = issues.map(issueWords).join(" ");
  const mark = issues.length === 0 ? "" : issues.some(({ severity }) => severity === "error") ? "bg-bad-soft" : "bg-warn-soft";
  return (
    <td className={`min-w-20 px-1 py-1 align-top ${mark}`} title={words || undefined}>
      <GrantInput benefit={benefit} tier={tier} />
      <span className="sr-only">{words}</span>
    </td>
  );
}
