"use client";

import { memo } from "react";
import { formatShare } from "@/components/format/number";
import { CONTROL } from "@/components/ui/field";
import { placedNodes } from "@/lib/domain/define/edit-score";
import type { Program } from "@/lib/domain/define/program";
import type { ProgramIssue } from "@/lib/domain/define/program-issue";
import { LIMITS } from "@/lib/domain/define/program-limits";
import { scoreTree } from "@/lib/domain/define/score-tree";
import { useIssuesAt } from "./answer-context";
import { FullNote } from "./full-note";
import { partPath } from "./part-path";
import { useStudio } from "./studio-context";

type OutlineProps = {
  readonly part: string;
  readonly onAddMetric: () => void;
};

const DATA = "Data";

type Entry = { readonly part: string; readonly label: string; readonly depth: number; readonly note: string; readonly path: string };
type Chapter = { readonly title: string; readonly entries: readonly Entry[] };

/** Everything that a program is made of, in the order in which it is thought of. On a narrow screen a choice. */
export const Outline = memo(function Outline({ part, onAddMetric }: OutlineProps) {
  const issuesAt = useIssuesAt();
  const { program, typed, open } = useStudio();
  const chapters = chaptersOf(program, typed !== null);
  return (
    <nav aria-label="Parts of the program">
      <label className="block lg:hidden">
        <span className="mb-1 block text-sm font-medium">Part of the program</span>
        <select className={CONTROL} value={part} onChange={({ target }) => open(target.value)}>
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
                  <OutlineItem {...entry} isCurrent={entry.part === part} worst={worstOf(issuesAt(entry.path))} onOpen={open} />
                </li>
              ))}
            </ul>
            {title === DATA && (
              <>
                <button
                  type="button"
                  className="flex min-h-7 w-full items-center rounded-md px-2 text-sm text-muted not-disabled:hover:bg-hover not-disabled:hover:text-ink disabled:opacity-55"
                  disabled={program.metrics.length >= LIMITS.metrics}
                  onClick={onAddMetric}
                >
                  Add a metric
                </button>
                <FullNote count={program.metrics.length} most={LIMITS.metrics} what="metrics" />
              </>
            )}
          </div>
        ))}
      </div>
    </nav>
  );
});

type OutlineItemProps = Entry & {
  readonly isCurrent: boolean;
  /** Of what contradicts itself in it. */
  readonly worst: ProgramIssue["severity"] | null;
  readonly onOpen: (part: string) => void;
};

const OutlineItem = memo(function OutlineItem({ part, label, depth, note, isCurrent, worst, onOpen }: OutlineItemProps) {
  return (
    <button
      type="button"
      aria-current={isCurrent ? "true" : undefined}
      onClick={() => onOpen(part)}
      className="flex min-h-7 w-full items-center gap-2 rounded-md pr-2 text-left text-sm hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:font-medium"
      style={{ paddingLeft: `${0.5 + depth * 0.875}rem` }}
    >
      <span className="min-w-0 flex-1 truncate" title={label}>
        {label}
      </span>
      {worst !== null && (
        <span className={`font-semibold ${worst === "error" ? "text-bad" : "text-warn"}`}>
          <span aria-hidden>!</span>
          <span className="sr-only">contradicts itself</span>
        </span>
      )}
      {note !== "" && <span className="shrink-0 text-xs text-muted tabular-nums">{note}</span>}
    </button>
  );
});

function worstOf(issues: readonly ProgramIssue[]): ProgramIssue["severity"] | null {
  if (issues.length === 0) return null;
  return issues.some(({ severity }) => severity === "error") ? "error" : "warning";
}

function chaptersOf(program: Program, isTyped: boolean): Chapter[] {
  const tree = scoreTree(program.score);
  const entry = (part: string, label: string, depth = 0, note = ""): Entry => ({ part, label, depth, note, path: partPath(program, part) });
  return [
    {
      title: "Score",
      entries: placedNodes(program.score).map(({ node, depth }) =>
        entry(`score:${node.key}`, node.name, depth, depth === 0 ? "" : formatShare(tree.find(node.key)?.nominalShare ?? 0, 0)),
      ),
    },
    {
      title: "Tiers",
      entries: [
        ...program.tiers.toReversed().map(({ key, name }) => entry(`tier:${key}`, name)),
        entry("movement", "Movement"),
        entry("rules", "Measuring and rounding"),
      ],
    },
    {
      title: "Benefits",
      entries: [entry("entitlements", "Entitlements"), entry("funds", "Funds"), entry("coverage", "Coverage")],
    },
    {
      title: DATA,
      entries: [...program.metrics.map(({ key, name }) => entry(`metric:${key}`, name)), entry("effort", "Effort"), entry("money", "Money and time")],
    },
    { title: "Document", entries: [entry("program", "Name and description"), entry("json", "JSON", 0, isTyped ? "unfinished" : "")] },
  ];
}
