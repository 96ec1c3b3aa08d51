import { formatMoment } from "@/components/format/date";
import { counted, formatBytes, formatCount } from "@/components/format/number";
import { importAgainPath } from "@/components/shell/routes";
import { ButtonLink, DownloadLink } from "@/components/ui/button-link";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { ImportBatch, ImportDetail } from "@/lib/contracts/import-batch";
import { BatchStatusBadge } from "./batch-status";
import { originWords, statusWords } from "./batch-words";
import { DecideImport } from "./decide-import";
import { DiscardWaiting } from "./discard-waiting";
import { HeaderMapping } from "./header-mapping";
import { ImportProgress } from "./import-progress";
import { RejectedRows } from "./rejected-rows";
import { RowBalance } from "./row-balance";
import { UnmatchedCodes } from "./unmatched-codes";

type ImportViewProps = { readonly detail: ImportDetail; readonly mayWrite: boolean };

export function ImportView({ detail, mayWrite }: ImportViewProps) {
  const { batch, rejected, unmatched, missingRates } = detail;
  const { moving } = statusWords(batch);
  return (
    <>
      <PageHeader
        back={{ href: "/measure/imports", label: "Imports" }}
        title={
          <span className="inline-flex flex-wrap items-center gap-3">
            {batch.fileName} <BatchStatusBadge batch={batch} />
          </span>
        }
        lead={`Import ${batch.number}: ${originWords(batch)}${batch.origin === "file" ? `, ${formatBytes(batch.fileBytes)}` : ""}, by ${batch.createdBy} on ${formatMoment(batch.createdAt)}.`}
      />
      <div className="mb-8 space-y-4">
        {moving && <ImportProgress key={batch.status} initial={batch} />}
        <Outcome batch={batch} />
        {missingRates.map(({ program, version, from, to }) => (
          <Notice key={`${program} ${from}`} tone="warn" title={`There is no exchange rate from ${from} to ${to}`}>
            {program}, version {version}, cannot convert {from}. Where it counts these amounts, the next evaluation is refused until a version with
            the rate is in effect.
          </Notice>
        ))}
        {batch.status === "ready" && mayWrite && (
          <DecideImport batch={batch.number} rejected={batch.rows.rejected} good={batch.rows.loaded} waiting={batch.rows.unmatched} />
        )}
      </div>
      {batch.rows.read > 0 && (
        <Section title="Balance" hint="Read = loaded + unchanged + duplicate + rejected + unmatched + ignored.">
          <RowBalance batch={batch} />
        </Section>
      )}
      {batch.rows.rejected > 0 && (
        <Section
          title="Rejected rows"
          hint="Mend them in the download, which has the file's own columns and the reasons, and send it as a new import."
          aside={<DownloadLink href={`/api/v1/imports/${batch.number}/rejected.csv`}>Download all {formatCount(batch.rows.rejected)}</DownloadLink>}
        >
          <RejectedRows rows={rejected} total={batch.rows.rejected} />
        </Section>
      )}
      {unmatched.length > 0 && (
        <Section
          title="Unmatched"
          hint="These rows wait, and are loaded by themselves as soon as what they name is imported. Where a code is mistyped, mend it in the download, send that as a new import, and discard these."
          aside={
            <span className="flex flex-wrap items-center gap-2">
              <DownloadLink href={`/api/v1/imports/${batch.number}/waiting.csv`}>Download all {formatCount(batch.waiting)}</DownloadLink>
              {mayWrite && batch.status === "published" && <DiscardWaiting batch={batch.number} waiting={batch.waiting} />}
            </span>
          }
        >
          <UnmatchedCodes groups={unmatched} />
        </Section>
      )}
      {batch.header !== null && (
        <Section title="Columns" hint="Which header of the file filled which column.">
          <HeaderMapping header={batch.header} />
        </Section>
      )}
      <Section title="Record">
        <DefinitionList
          items={[
            { term: "Sequence", value: batch.seq === null ? (moving ? "not yet" : "none: nothing became known with it") : String(batch.seq) },
            ...(batch.origin === "file"
              ? [{ term: "SHA-256", value: <code className="text-xs">{batch.fileSha256 ?? "not received to the end"}</code> }]
              : []),
            ...(batch.decidedBy === null ? [] : [{ term: "Decided by", value: batch.decidedBy }]),
            ...(batch.publishedAt === null ? [] : [{ term: "Loaded", value: formatMoment(batch.publishedAt) }]),
          ]}
        />
      </Section>
    </>
  );
}

function Outcome({ batch }: { readonly batch: ImportBatch }) {
  if (batch.status === "failed") {
    return (
      <Notice tone="bad" title="Nothing was loaded" action={<ButtonLink href={importAgainPath(batch.number)}>Send it again</ButtonLink>}>
        {batch.outcome?.message ?? "The file could not be read."}
      </Notice>
    );
  }
  if (batch.status === "published" && batch.waiting > 0) {
    return (
      <Notice tone="warn">
        {counted(batch.waiting, "row still waits", "rows still wait")} for something that is not known yet: see “Unmatched” below.
      </Notice>
    );
  }
  return batch.outcome === null ? null : <Notice>{batch.outcome.message}</Notice>;
}
