"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ApiProblem, apiRequest } from "@/components/api/api-request";
import { counted } from "@/components/format/number";
import { programVersionPath } from "@/components/shell/routes";
import { ActionDialog } from "@/components/ui/action-dialog";
import type { ButtonLook } from "@/components/ui/button";
import { CONTROL, Field } from "@/components/ui/field";
import type { ProgramVersion } from "@/lib/contracts/program";
import { readProgramText } from "./read-program-file";

const FAULTS_SHOWN = 10;

type ImportProgramProps = { readonly program: string; readonly look?: ButtonLook };

/** Brings a program document in as a new draft. What cannot be read of it is named place by place, and nothing is stored. */
export function ImportProgram({ program, look }: ImportProgramProps) {
  const router = useRouter();
  const [faults, setFaults] = useState<ApiProblem["issues"]>([]);

  async function bringIn(form: FormData) {
    setFaults([]);
    const file = form.get("file");
    const isFile = file instanceof File && file.size > 0;
    const document = readProgramText(isFile ? await file.text() : String(form.get("text") ?? ""));
    const note = isFile ? `Imported from ${file.name.slice(0, 100)}` : "Imported";
    try {
      const { version } = await apiRequest<ProgramVersion>("POST", "/api/v1/programs", { program, document, note });
      router.push(programVersionPath(program, version));
    } catch (problem) {
      if (!(problem instanceof ApiProblem) || problem.issues.length === 0) throw problem;
      setFaults(problem.issues);
      throw new ApiProblem(
        problem.code,
        `The document has ${counted(problem.issues.length, "fault")}. Mend what is listed above, and import it again.`,
      );
    }
  }

  return (
    <ActionDialog
      {...(look && { look })}
      label="Import JSON…"
      title="Import a program"
      confirm="Import as a draft"
      working="Importing…"
      failure="Nothing was imported"
      act={bringIn}
    >
      <p>
        The document becomes a new draft version; nothing changes for partners before it is published. What contradicts itself in it is shown on the
        draft, to be mended there.
      </p>
      <Field
        label="JSON file"
        control={(ids) => (
          <input
            {...ids}
            type="file"
            name="file"
            accept=".json,application/json"
            className={`${CONTROL} py-1 pl-1 file:mr-3 file:h-5.5 file:rounded file:bg-track file:px-2 file:text-xs file:font-medium file:text-ink`}
          />
        )}
      />
      <Field
        label="or its text"
        hint="As “Download JSON” gives it. A chosen file goes before a text."
        control={(ids) => <textarea {...ids} name="text" rows={5} spellCheck={false} className={`${CONTROL} h-auto! py-1.5 font-mono`} />}
      />
      {faults.length > 0 && (
        <ul aria-label="Faults" className="space-y-1 text-sm">
          {faults.slice(0, FAULTS_SHOWN).map(({ path, message }) => (
            <li key={`${path} ${message}`} className="wrap-anywhere">
              <code className="text-xs">{path}</code>: {message}
            </li>
          ))}
          {faults.length > FAULTS_SHOWN && <li className="text-muted">and {counted(faults.length - FAULTS_SHOWN, "more fault")}</li>}
        </ul>
      )}
    </ActionDialog>
  );
}
