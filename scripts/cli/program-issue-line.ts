import { issueWords } from "@/components/define/issue-words";
import type { ProgramIssue } from "@/lib/domain/define/program-issue";

/** Where in the program document, what is wrong there, and its code for scripts: `program.json, tiers.gold: error: No partner can … (tier_unreachable)`. */
export function issueLine(file: string, issue: ProgramIssue): string {
  return `${file}, ${issue.path}: ${issue.severity}: ${issueWords(issue)} (${issue.code})`;
}
