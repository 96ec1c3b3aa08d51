"use client";

import { useState } from "react";
import { ApiProblem } from "@/components/api/api-request";
import { counted } from "@/components/format/number";
import { Button } from "@/components/ui/button";
import { CONTROL, Field } from "@/components/ui/field";
import type { Program } from "@/lib/domain/define/program";
import { canonicalJson } from "@/lib/domain/shared/canonical-json";
import { readProgramText } from "../read-program-file";
import { EditorFrame } from "./editor-frame";
import { useStudio } from "./studio-context";

type Fault = { readonly path: string; readonly message: string };

const FAULTS_SHOWN = 10;

/** The whole document as text, for those who prefer it. It is taken over only when all of it can be read. */
export function JsonEditor() {
  const { program, edit, typed, type } = useStudio();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const text = typed?.text ?? JSON.stringify(program, null, 2);
  const isOutdated = typed !== null && canonicalJson(typed.of) !== canonicalJson(program);

  function begin() {
    type(null);
    setFaults([]);
  }

  async function takeOver() {
    const read = await readProgram(text, program.currency);
    if (!read.ok) return setFaults(read.issues);
    begin();
    edit(read.program, "the document as JSON");
  }

  return (
    <EditorFrame
      title="JSON"
      kind="Document"
      path="json"
      hint="Everything that the program says. What is typed here waits, also while another part is open, until it is taken over: when all of it can be read."
    >
      <Field
        label="Document"
        error={isOutdated ? "The draft was changed meanwhile; taking this over undoes that." : undefined}
        control={(ids) => (
          <textarea
            {...ids}
            rows={28}
            spellCheck={false}
            data-own-undo
            className={`${CONTROL} h-auto! py-1.5 font-mono text-xs!`}
            value={text}
            onChange={({ target }) => type({ text: target.value, of: typed?.of ?? program })}
          />
        )}
      />
      {faults.length > 0 && (
        <div role="alert" className="text-sm text-bad">
          <p className="font-medium">Not taken over: {counted(faults.length, "fault")}</p>
          <ul className="space-y-1">
            {faults.slice(0, FAULTS_SHOWN).map(({ path, message }) => (
              <li key={`${path} ${message}`} className="wrap-anywhere">
                {path !== "" && <code className="text-xs">{path}: </code>}
                {message}
              </li>
            ))}
            {faults.length > FAULTS_SHOWN && <li>and {counted(faults.length - FAULTS_SHOWN, "more fault")}</li>}
          </ul>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button look="primary" disabled={typed === null} onClick={() => void takeOver()}>
          Take over
        </Button>
        <Button disabled={typed === null} onClick={begin}>
          Leave it as it was
        </Button>
      </div>
    </EditorFrame>
  );
}

/** The schema is loaded when it is needed first: it is large, and most people never type a document. */
async function readProgram(
  text: string,
  currency: string,
): Promise<{ readonly ok: true; readonly program: Program } | { readonly ok: false; readonly issues: readonly Fault[] }> {
  try {
    const document = readProgramText(text);
    const { parseProgram } = await import("@/lib/domain/define/parse-program");
    const read = parseProgram(document);
    if (!read.ok || read.program.currency === currency) return read;
    return { ok: false, issues: [{ path: "currency", message: `write ${currency}: it is the organization's, and so are the amounts` }] };
  } catch (problem) {
    const message = problem instanceof ApiProblem ? problem.message : "The document could not be looked at. Try again.";
    return { ok: false, issues: [{ path: "", message }] };
  }
}
