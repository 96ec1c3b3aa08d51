import { useSubmission } from "@/components/api/use-submission";
import { formatMoment } from "@/components/format/date";
import { Button } from "@/components/ui/button";
import type { ProgramComment } from "@/lib/contracts/program";

type CommentEntryProps = {
  readonly comment: ProgramComment;
  /** Of what it speaks; null for the version as a whole. */
  readonly place: string | null;
  /** Null for whoever may only read. */
  readonly onResolve: (() => Promise<void>) | null;
};

/** What somebody said, and whether it is settled. */
export function CommentEntry({ comment: { number, text, author, createdAt, resolvedBy, resolvedAt }, place, onResolve }: CommentEntryProps) {
  const { pending, problem, submit } = useSubmission();
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <p className="text-sm">
          <span className="font-medium">{author}</span> <span className="text-muted">{formatMoment(createdAt)}</span>
        </p>
        {place !== null && <p className="text-sm text-muted wrap-anywhere">{place}</p>}
      </div>
      <p className="mt-1 whitespace-pre-line wrap-anywhere">{text}</p>
      {resolvedAt !== null && (
        <p className="mt-1 text-sm text-muted">
          Resolved by {resolvedBy}, {formatMoment(resolvedAt)}
        </p>
      )}
      {resolvedAt === null && onResolve !== null && (
        <div className="mt-2">
          <Button aria-label={`Resolve comment ${number}`} disabled={pending} onClick={() => submit(onResolve)}>
            {pending ? "Resolving…" : "Resolve"}
          </Button>
        </div>
      )}
      {problem !== null && (
        <p role="alert" className="mt-1 text-sm text-bad">
          {problem}
        </p>
      )}
    </li>
  );
}
