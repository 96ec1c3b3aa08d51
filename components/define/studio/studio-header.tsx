"use client";

import { programVersionPath } from "@/components/shell/routes";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import type { ProgramVersion } from "@/lib/contracts/program";
import { DraftNews } from "./draft-news";
import type { DraftSession, DraftView } from "./draft-session";
import { SavingState } from "./saving-state";

type StudioHeaderProps = { readonly version: ProgramVersion; readonly session: DraftSession; readonly view: DraftView };

/** Which draft it is, whether it is saved, who else is there, and what can be undone. */
export function StudioHeader({ version, session, view }: StudioHeaderProps) {
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
            <SavingState saving={view.saving} onRetry={() => session.saveNow()} />
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
          </>
        }
      />
      <DraftNews told={view.told} onHeard={(number) => session.heard(number)} />
    </>
  );
}
