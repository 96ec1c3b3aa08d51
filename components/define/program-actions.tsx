import { ButtonLink, DownloadLink } from "@/components/ui/button-link";
import type { ProgramVersion } from "@/lib/contracts/program";
import { ImportProgram } from "./import-program";
import { StartDraft } from "./start-draft";

type ProgramActionsProps = { readonly version: ProgramVersion; readonly mayWrite: boolean };

/** What can be done with a version, and to begin another one. What is on its way into effect has its next step elsewhere. */
export function ProgramActions({ version: { program, version, status, document }, mayWrite }: ProgramActionsProps) {
  return (
    <>
      {mayWrite && <StartDraft program={program.key} from={version} {...(status === "published" && { look: "primary" })} />}
      {mayWrite && <ButtonLink href="/define/templates">Templates</ButtonLink>}
      {mayWrite && <ImportProgram program={program.key} />}
      <DownloadLink
        href={`data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(document, null, 2))}`}
        fileName={`${program.key}-${version}.json`}
      >
        Download JSON
      </DownloadLink>
    </>
  );
}
