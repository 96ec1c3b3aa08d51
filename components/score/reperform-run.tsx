"use client";

import { useState } from "react";
import { apiRequest } from "@/components/api/api-request";
import { useSubmission } from "@/components/api/use-submission";
import { formatCount } from "@/components/format/number";
import { scorecardPath } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ReperformedRun } from "@/lib/contracts/reperformed-run";
import { placeWords, reperformVerdict } from "./reperform-words";

/** Evaluates the run again at a press, and shows beside its inputs whether they still give it. */
export function ReperformRun({ run }: { readonly run: number }) {
  const [found, setFound] = useState<ReperformedRun | null>(null);
  const { pending, problem, submit } = useSubmission();
  return (
    <div className="mt-4 space-y-4 print:hidden">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          disabled={pending}
          onClick={() => submit(async () => setFound(await apiRequest<ReperformedRun>("POST", `/api/v1/runs/${run}/reperform`, {})))}
        >
          {pending ? "Evaluating again…" : "Re-perform"}
        </Button>
        <p className="text-sm text-muted">Evaluates the run again from its frozen inputs and compares. Nothing is changed.</p>
      </div>
      {problem !== null && (
        <Notice tone="bad" title="The run was not evaluated again">
          {problem}
        </Notice>
      )}
      {found !== null && problem === null && <Verdict found={found} />}
    </div>
  );
}

function Verdict({ found }: { readonly found: ReperformedRun }) {
  const { isSame, title, text } = reperformVerdict(found);
  const { inputHash, resultHash } = found;
  return (
    <>
      <Notice tone={isSame ? "good" : "bad"} title={title}>
        {text}
      </Notice>
      <DefinitionList
        items={[
          { term: "Engine", value: `version ${found.engineVersion}` },
          { term: "Input hash found", value: <Hash now={inputHash.found} recorded={inputHash.recorded} /> },
          { term: "Result hash stored", value: <Hash now={resultHash.stored} recorded={resultHash.recorded} /> },
          { term: "Result hash evaluated", value: <Hash now={resultHash.evaluated} recorded={resultHash.recorded} /> },
        ]}
      />
      {found.differences.length > 0 && <Differences found={found} />}
    </>
  );
}

function Hash({ now, recorded }: { readonly now: string | null; readonly recorded: string }) {
  if (now === null) return "none";
  return (
    <>
      <code className="text-xs">{now}</code>{" "}
      {now === recorded ? <span className="text-good">as recorded</span> : <span className="font-medium text-bad">not as recorded</span>}
    </>
  );
}

function Differences({ found: { run, differences, differing } }: { readonly found: ReperformedRun }) {
  return (
    <div>
      <p className="mb-2 text-sm text-muted">
        The first place in which each decision differs
        {differing !== null && differing > differences.length && `; the first ${differences.length} of ${formatCount(differing)}`}.
      </p>
      <Table caption="Decisions that differ">
        <thead>
          <tr>
            <HeadCell>Partner</HeadCell>
            <HeadCell>Place</HeadCell>
            <HeadCell>Stored</HeadCell>
            <HeadCell>Evaluated</HeadCell>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <Row key={difference.partner.code}>
              <Cell header>
                <TextLink strong href={scorecardPath(difference.partner.code, run)}>
                  {difference.partner.name}
                </TextLink>
              </Cell>
              <Cell>
                <code className="text-xs wrap-anywhere">{placeWords(difference)}</code>
              </Cell>
              <Cell>
                <code className="text-xs wrap-anywhere">{difference.stored ?? "–"}</code>
              </Cell>
              <Cell>
                <code className="text-xs wrap-anywhere">{difference.evaluated ?? "–"}</code>
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
