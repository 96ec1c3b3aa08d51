"use client";

import { programVersionPath } from "@/components/shell/routes";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import type { ProgramVersion } from "@/lib/contracts/program";
import type { ProposalTerms } from "@/lib/contracts/proposal-terms";
import { CommentsDialog } from "./comments-dialog";
import { DraftNews } from "./draft-news";
import type { DraftSession, DraftView } from "./draft-session";
import { partPath } from "./part-path";
import { ProposeDraft } from "./propose-draft";
import { SavingState } from "./saving-state";

type StudioHeaderProps = {
  readonly version: ProgramVersion;
  readonly session: DraftSession;
  readonly view: DraftView;
  readonly terms: ProposalTerms;
  /** The part that is edited. */
  readonly part: string;
};

/** Which draft it is, whether it is saved, who else is there, what can be undone, what is said of it, and the way out of it. */
export function StudioHeader({ version, session, view, terms, part }: StudioHeaderProps) {
  const { others, undoes, redoes } = view;
  return (
    <>
      <PageHeader
        back={{ href: programVersionPath(version.program.key, version.version), label: `Version ${version.version}` }}
        title={
          <span className="inline-flex flex-wrap items-center gap-3">
            {view.document.name} <Badge tone="warn">Draft {version.version}</Badge>
          </span>
        }
        lead={
          <span className="flex flex-wrap gap-x-4">
            <SavingState saving={view.saving} isUnsaved={session.isUnsaved()} onRetry={() => session.saveNow()} />
            {others.length > 0 && (
              <span className="text-warn">
                {others.join(", ")} {others.length === 1 ? "has" : "have"} it open too
              </span>
            )}
          </span>
        }
        actions={
          <>
            <Button disabled={undoes === null} title={undoes === null ? undefined : `Undo ${undoes}`} onClick={() => session.undo()}>
              Undo
            </Button>
            <Button disabled={redoes === null} title={redoes === null ? undefined : `Redo ${redoes}`} onClick={() => session.redo()}>
              Redo
            </Button>
            <CommentsDialog version={version} program={view.document} at={partPath(view.document, part)} open={view.openComments} />
            <ProposeDraft version={version} session={session} view={view} terms={terms} />
          </>
        }
      />
      <DraftNews
        told={view.told}
        left={view.left}
        onHeard={(number) => session.heard(number)}
        onTakeUp={() => void session.takeUp()}
        onForget={() => session.forget()}
      />
    </>
  );
}
