"use client";

import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { DIALOG, DIALOG_WIDTH } from "@/components/ui/dialog-look";
import type { ProgramVersion } from "@/lib/contracts/program";
import type { Program } from "@/lib/domain/define/program";
import { Comments } from "../comments/comments";
import { programPlaces } from "../program-places";

type CommentsDialogProps = {
  readonly version: ProgramVersion;
  /** As it is edited. */
  readonly program: Program;
  /** The path of the part that is edited. */
  readonly at: string;
  /** Comments that nobody has resolved. */
  readonly open: number;
};

/** What people say of the draft, beside the part that is edited. */
export function CommentsDialog({ version: { program: of, version }, program, at, open }: CommentsDialogProps) {
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isShown, setShown] = useState(false);

  useEffect(() => {
    if (isShown) dialog.current?.showModal();
  }, [isShown]);

  return (
    <>
      <Button onClick={() => setShown(true)}>Comments{open > 0 && <span className="tabular-nums"> ({open} open)</span>}</Button>
      {isShown && (
        <dialog ref={dialog} aria-labelledby={heading} onClose={() => setShown(false)} className={`${DIALOG} ${DIALOG_WIDTH.usual}`}>
          <h2 id={heading} className="mb-4 text-xl">
            Comments on draft {version}
          </h2>
          <Comments program={of.key} version={version} known={null} places={programPlaces(program)} at={at} mayComment />
          <div className="mt-6 flex justify-end">
            <Button onClick={() => dialog.current?.close()}>Close</Button>
          </div>
        </dialog>
      )}
    </>
  );
}
