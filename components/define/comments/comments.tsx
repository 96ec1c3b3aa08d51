"use client";

import { useRef, useState } from "react";
import { problemWords } from "@/components/api/problem-words";
import { counted } from "@/components/format/number";
import type { ProgramComment } from "@/lib/contracts/program";
import { type ProgramPlace, placeName } from "../program-places";
import { AddComment } from "./add-comment";
import { CommentEntry } from "./comment-entry";
import { useComments } from "./use-comments";

export type CommentsProps = {
  readonly program: string;
  readonly version: number;
  /** What came with the page; null: it is asked for. */
  readonly known: readonly ProgramComment[] | null;
  readonly places: readonly ProgramPlace[];
  /** The place that is looked at, to be spoken of first; null for the version as a whole. */
  readonly at?: string | null;
  readonly mayComment: boolean;
};

/** What people say of a version: what is open first, then what is settled, then the own words. */
export function Comments({ program, version, known, places, at = null, mayComment }: CommentsProps) {
  const { comments, problem, add, resolve } = useComments(program, version, known);
  const [told, setTold] = useState("");
  const list = useRef<HTMLDivElement>(null);
  if (comments === null) {
    return problem === null ? (
      <p className="text-muted">Loading what was said…</p>
    ) : (
      <p role="alert" className="text-bad">
        {problemWords(problem)}
      </p>
    );
  }
  const open = comments.filter(({ resolvedAt }) => resolvedAt === null);
  const settled = comments.filter(({ resolvedAt }) => resolvedAt !== null);

  /** The button that was pressed goes with the comment: the keyboard stays in the list. */
  async function settle(number: number) {
    setTold("");
    await resolve(number);
    list.current?.focus();
    setTold(`Comment ${number} is resolved.`);
  }

  const entry = (comment: ProgramComment) => (
    <CommentEntry
      key={comment.number}
      comment={comment}
      place={comment.path === null ? null : placeName(places, comment.path)}
      onResolve={mayComment ? () => settle(comment.number) : null}
    />
  );
  return (
    <div className="max-w-prose space-y-4">
      <div ref={list} tabIndex={-1} className="space-y-4 outline-none">
        {open.length === 0 ? (
          <p className="text-muted">{settled.length === 0 ? "Nobody has said anything of this version." : "Nothing is open."}</p>
        ) : (
          <ol aria-label="Open comments" className="divide-y divide-line border-y border-line">
            {open.map(entry)}
          </ol>
        )}
        {settled.length > 0 && (
          <details>
            <summary className="min-h-6 cursor-pointer text-sm text-muted">{counted(settled.length, "resolved comment")}</summary>
            <ol aria-label="Resolved comments" className="mt-2 divide-y divide-line border-y border-line">
              {settled.map(entry)}
            </ol>
          </details>
        )}
      </div>
      <p role="status" className="text-sm text-muted empty:hidden">
        {told}
      </p>
      {mayComment && (
        <AddComment
          places={places}
          at={at}
          onAdd={async (text, place) => {
            setTold("");
            await add(text, place);
            setTold("Your comment is added.");
          }}
        />
      )}
    </div>
  );
}
