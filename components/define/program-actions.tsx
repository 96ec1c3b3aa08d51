import { ButtonLink, DownloadLink } from "@/components/ui/button-link";
import type { ProgramVersion } from "@/lib/contracts/program";
import { ImportProgram } from "./import-program";

type ProgramActionsProps = { readonly version: ProgramVersion; readonly mayWrite: boolean };

/** What can be done with a version, and to begin another one. */
export function ProgramActions({ version: { program, version, document }, mayWrite }: ProgramActionsProps) {
  return (
    <>
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
