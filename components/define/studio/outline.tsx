"use client";

import { formatShare } from "@/components/format/number";
import { CONTROL } from "@/components/ui/field";
import { placedNodes } from "@/lib/domain/define/edit-score";
import type { Program } from "@/lib/domain/define/program";
import type { ProgramIssue } from "@/lib/domain/define/program-issue";
import { scoreTree } from "@/lib/domain/define/score-tree";
import { nodeIssuePath } from "./node-issue-path";

type OutlineProps = {
  readonly program: Program;
  readonly part: string;
  readonly onOpen: (part: string) => void;
  readonly onAddMetric: () => void;
  readonly issuesAt: (path: string) => readonly ProgramIssue[];
};

const DATA = "Data";

type Entry = { readonly part: string; readonly label: string; readonly depth: number; readonly note: string; readonly path: string };
type Chapter = { readonly title: string; readonly entries: readonly Entry[] };

/** Everything that a program is made of, in the order in which it is thought of. On a narrow screen a choice. */
export function Outline({ program, part, onOpen, onAddMetric, issuesAt }: OutlineProps) {
  const chapters = chaptersOf(program);
  return (
    <nav aria-label="Parts of the program">
      <label className="block lg:hidden">
        <span className="mb-1 block text-sm font-medium">Part of the program</span>
        <select className={CONTROL} value={part} onChange={({ target }) => onOpen(target.value)}>
          {chapters.map(({ title, entries }) => (
            <optgroup key={title} label={title}>
              {entries.map((entry) => (
                <option key={entry.part} value={entry.part}>
                  {"\u2003".repeat(entry.depth)}
                  {entry.label}
                  {issuesAt(entry.path).length > 0 && " (!)"}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <div className="space-y-4 max-lg:hidden">
        {chapters.map(({ title, entries }) => (
          <div key={title}>
            <h2 className="mb-1 text-xs font-medium text-muted">{title}</h2>
            <ul>
              {entries.map((entry) => (
                <li key={entry.part}>
                  <OutlineItem entry={entry} isCurrent={entry.part === part} issues={issuesAt(entry.path)} onOpen={onOpen} />
                </li>
              ))}
            </ul>
            {title === DATA && (
              <button
                type="button"
                className="flex min-h-7 w-full items-center rounded-md px-2 text-sm text-muted hover:bg-hover hover:text-ink"
                onClick={onAddMetric}
              >
                Add a metric
              </button>
            )}
          </div>
        ))}
      </div>
    </nav>
  );
}

type OutlineItemProps = {
  readonly entry: Entry;
  readonly isCurrent: boolean;
  readonly issues: readonly ProgramIssue[];
  readonly onOpen: (part: string) => void;
};

function OutlineItem({ entry: { part, label, depth, note }, isCurrent, issues, onOpen }: OutlineItemProps) {
  const worst = issues.some(({ severity }) => severity === "error") ? "text-bad" : "text-warn";
  return (
    <button
      type="button"
      aria-current={isCurrent ? "true" : undefined}
      onClick={() => onOpen(part)}
      className="flex min-h-7 w-full items-center gap-2 rounded-md pr-2 text-left text-sm hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:font-medium"
      style={{ paddingLeft: `${0.5 + depth * 0.875}rem` }}
    >
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {issues.length > 0 && (
        <span className={`font-semibold ${worst}`}>
          <span aria-hidden>!</span>
          <span className="sr-only">contradicts itself</span>
        </span>
      )}
      {note !== "" && <span className="shrink-0 text-xs text-muted tabular-nums">{note}</span>}
    </button>
  );
}

function chaptersOf(program: Program): Chapter[] {
  const tree = scoreTree(program.score);
  const plain = (part: string, label: string, path = part): Entry => ({ part, label, depth: 0, note: "", path });
  return [
    {
      title: "Score",
      entries: placedNodes(program.score).map(({ node, depth }) => {
        const share = tree.find(node.key)?.nominalShare ?? 0;
        return {
          part: `score:${node.key}`,
          label: node.name,
          depth,
          note: depth === 0 ? "" : formatShare(share, 0),
          path: nodeIssuePath(program, node.key),
        };
      }),
    },
    {
      title: "Tiers",
      entries: [
        ...program.tiers.toReversed().map(({ key, name }) => ({ part: `tier:${key}`, label: name, depth: 0, note: "", path: `tiers.${key}` })),
        plain("movement", "Movement"),
        plain("rules", "Measuring and rounding", "readings"),
      ],
    },
    {
      title: "Benefits",
      entries: [plain("entitlements", "Entitlements"), plain("funds", "Funds"), plain("coverage", "Coverage")],
    },
    {
      title: DATA,
      entries: [
        ...program.metrics.map(({ key, name }) => ({ part: `metric:${key}`, label: name, depth: 0, note: "", path: `metrics.${key}` })),
        plain("effort", "Effort"),
        plain("money", "Money and time", "exchangeRates"),
      ],
    },
    { title: "Document", entries: [plain("program", "Name and description", "program"), plain("json", "JSON", "json")] },
  ];
}
