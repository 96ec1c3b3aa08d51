import { Notice } from "@/components/ui/notice";
import type { ProgramIssue } from "@/lib/domain/define/program-issue";
import { issueWords } from "./issue-words";

type ProgramIssuesProps = { readonly issues: readonly ProgramIssue[] };

/** What contradicts itself in a program, place by place. */
export function ProgramIssues({ issues }: ProgramIssuesProps) {
  if (issues.length === 0) return null;
  return (
    <div className="mb-8 space-y-2">
      {issues.map((issue) => (
        <Notice
          key={`${issue.path} ${issue.code}`}
          tone={issue.severity === "error" ? "bad" : "warn"}
          title={`At ${issue.path === "" ? "the program" : issue.path}`}
        >
          {issueWords(issue)}
        </Notice>
      ))}
    </div>
  );
}
