"use client";

import type { Benefit } from "@/lib/domain/define/benefit";
import { statedGrant } from "@/lib/domain/define/edit-entitlements";
import type { Tier } from "@/lib/domain/define/program";
import { issueWords } from "../issue-words";
import { useIssuesAt } from "./answer-context";
import { GrantInput } from "./grant-input";
import { useStudio } from "./studio-context";

type GrantCellProps = { readonly benefit: Benefit; readonly tier: Tier };

/** A cell of the matrix, marked where it contradicts itself. */
export function GrantCell({ benefit, tier }: GrantCellProps) {
  const { program } = useStudio();
  const issues = useIssuesAt()(`entitlements.${tier.key}.${benefit.key}`);
  const words = issues.map(issueWords).join(" ");
  const level = benefit.type === "level" && benefit.levels.find(({ key }) => key === statedGrant(program, tier.key, benefit))?.name;
  const mark = issues.length === 0 ? "" : issues.some(({ severity }) => severity === "error") ? "bg-bad-soft" : "bg-warn-soft";
  return (
    <td className={`min-w-20 px-1 py-1 align-top [&_select]:pr-0 [&_select]:pl-1.5 ${mark}`} title={words || level || undefined}>
      <GrantInput benefit={benefit} tier={tier} />
      <span className="sr-only">{words}</span>
    </td>
  );
}
