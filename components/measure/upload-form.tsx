"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, type FormEvent, type ReactNode, useState } from "react";
import { apiUpload } from "@/components/api/api-request";
import { problemWords } from "@/components/api/problem-words";
import { formatShare, listed } from "@/components/format/number";
import { importPath } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { CONTROL, Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { ImportBatch } from "@/lib/contracts/import-batch";
import type { ImportKindGuide } from "@/lib/contracts/import-kind";
import { kindWords } from "./batch-words";
import { ColumnMapping } from "./column-mapping";
import { FormatOptions } from "./format-options";
import { columnsToMap, type HeaderGuess, headersWithoutColumn, readHeader } from "./read-header";
import { uploadAddress } from "./upload-address";

type UploadFormProps = {
  readonly kinds: readonly ImportKindGuide[];
  readonly initial?: ImportBatch["kind"] | undefined;
  /** How an earlier file was said to be written, which this one is to replace. */
  readonly given?: ImportBatch["format"] | undefined;
  /** The organization's own. */
  readonly currency: string;
};

const NO_FILE: HeaderGuess = { headers: [], fault: null };
const FAULTS = {
  empty: "It is empty. Choose a file with a header row and data.",
  not_text: "It holds more than text. Open it where it comes from, save it as “CSV UTF-8”, and choose that.",
} as const;

export function UploadForm({ kinds, initial = "pos", given, currency }: UploadFormProps) {
  const router = useRouter();
  const [kind, setKind] = useState<ImportBatch["kind"]>(initial);
  const [{ headers, fault }, setGuess] = useState<HeaderGuess>(NO_FILE);
  const [sent, setSent] = useState<number | null>(null);
  const [problem, setProblem] = useState<ReactNode>(null);
  const guide = kinds.find((it) => it.kind === kind);
  const unused = guide === undefined ? [] : headersWithoutColumn(guide, headers);
  const unmapped = guide === undefined || headers.length === 0 ? [] : columnsToMap(guide, headers);

  async function chooseFile(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    setProblem(null);
    setGuess(file === undefined ? NO_FILE : await readHeader(file));
  }

  async function upload(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get("file");
    if (!(file instanceof File)) return;
    setSent(0);
    setProblem(null);
    try {
      const batch = await apiUpload<ImportBatch>(uploadAddress(kind, file.name, form), file, setSent);
      router.push(importPath(batch.number));
      router.refresh();
    } catch (error) {
      setProblem(problemWords(error));
      setSent(null);
    }
  }

  return (
    <form onSubmit={upload} className="max-w-3xl space-y-4" aria-busy={sent !== null}>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_auto] sm:items-start">
        <Field
          label="What is in the file"
          hint={guide && <TemplateLink guide={guide} />}
          control={(ids) => (
            <select
              {...ids}
              value={kind}
              onChange={(event) => setKind(kinds.find((it) => it.kind === event.target.value)?.kind ?? kind)}
              className={CONTROL}
            >
              {kinds.map((it) => (
                <option key={it.kind} value={it.kind}>
                  {kindWords(it.kind)}
                </option>
              ))}
            </select>
          )}
        />
        <Field
          label="CSV file"
          hint={guide && <FileGuide guide={guide} />}
          control={(ids) => (
            <input
              {...ids}
              type="file"
              name="file"
              required
              accept=".csv,.txt,.tsv,text/csv"
              onChange={chooseFile}
              className={`${CONTROL} py-1 pl-1 file:mr-3 file:h-5.5 file:rounded file:bg-track file:px-2 file:text-xs file:font-medium file:text-ink`}
            />
          )}
        />
        <Button type="submit" look="primary" className="sm:mt-6" disabled={sent !== null}>
          {sent === null ? "Import" : "Sending…"}
        </Button>
      </div>
      {fault !== null && (
        <Notice tone="bad" title="This does not look like a CSV file">
          {FAULTS[fault]}
        </Notice>
      )}
      {unmapped.length > 0 && <ColumnMapping columns={unmapped} headers={headers} unused={unused} given={given} />}
      <FormatOptions given={given} currency={currency} />
      {sent !== null && (
        <div>
          <ProgressBar label="Sending the file" done={sent} />
          <p role="status" className="mt-1 text-xs text-muted">
            Sent {formatShare(sent)}
          </p>
        </div>
      )}
      {problem !== null && (
        <Notice tone="bad" title="Nothing was imported">
          {problem}
        </Notice>
      )}
    </form>
  );
}

/** What a file of this kind is made of. */
function FileGuide({ guide }: { readonly guide: ImportKindGuide }) {
  const required = guide.columns.filter((column) => column.required).map(({ name }) => name);
  const optional = guide.columns.filter((column) => !column.required).map(({ name }) => name);
  return (
    <>
      {guide.help}
      <span className="block wrap-anywhere">Required: {listed(required)}.</span>
      {optional.length > 0 && <span className="block wrap-anywhere">Optional: {listed(optional)}.</span>}
    </>
  );
}

function TemplateLink({ guide }: { readonly guide: ImportKindGuide }) {
  return (
    <a
      href={`data:text/csv;charset=utf-8,${encodeURIComponent(guide.template)}`}
      download={`template-${guide.kind}.csv`}
      className="inline-flex min-h-6 items-center text-accent underline underline-offset-4"
    >
      Download a template
    </a>
  );
}
