import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { ImportBatch, ImportBatchPage } from "@/lib/contracts/import-batch";
import type { ImportKindGuide } from "@/lib/contracts/import-kind";
import { BatchTable } from "./batch-table";
import { statusWords } from "./batch-words";
import { FollowImports } from "./follow-imports";
import { MeasureTabs } from "./measure-tabs";
import { UploadForm } from "./upload-form";

type ImportsViewProps = {
  readonly page: ImportBatchPage;
  readonly kinds: readonly ImportKindGuide[];
  /** What is about to be imported, where the address says it. */
  readonly kind: ImportBatch["kind"] | undefined;
  /** A failed import that is to be sent again. */
  readonly again: ImportBatch | null;
  /** The organization's own. */
  readonly currency: string;
  readonly mayWrite: boolean;
};

export function ImportsView({ page, kinds, kind, again, currency, mayWrite }: ImportsViewProps) {
  // The oldest of those that move is the next that goes on.
  const moving = page.items.findLast((batch) => statusWords(batch).moving);
  return (
    <>
      <PageHeader
        title="Measure"
        lead="The data that scores rest on. Nothing of a file counts before all of it is checked, and rows that cannot be read wait for your word. The same file twice changes nothing."
      />
      <MeasureTabs current="imports" />
      {mayWrite && (
        <Section
          title="Import a file"
          hint={
            again === null ? undefined : `What was said of import ${again.number} is filled in. Choose ${again.fileName} again, or the mended file.`
          }
        >
          <UploadForm key={again?.number ?? kind} kinds={kinds} initial={again?.kind ?? kind} given={again?.format} currency={currency} />
        </Section>
      )}
      <Section title="Imports">
        {page.items.length === 0 ? (
          <EmptyState title="Nothing imported yet">
            Start with regions, then products and partners, then POS lines: each names the one before. Rows that name something unknown wait until it
            arrives.
          </EmptyState>
        ) : (
          <BatchTable caption="Imports, newest first" batches={page.items} />
        )}
        {moving !== undefined && <FollowImports moving={moving} />}
        {page.nextCursor !== null && (
          <p className="mt-4">
            <ButtonLink href={`/measure/imports?cursor=${encodeURIComponent(page.nextCursor)}` as Route}>Older imports</ButtonLink>
          </p>
        )}
      </Section>
    </>
  );
}
