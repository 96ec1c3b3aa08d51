import { exactDecimals, formatMoneyExact } from "@/components/format/money";
import { formatCount } from "@/components/format/number";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { ImportBatch } from "@/lib/contracts/import-batch";
import { discardsWaiting } from "./batch-words";

type RowBalanceProps = { readonly batch: ImportBatch };

type Line = {
  readonly key: "loaded" | "unchanged" | "duplicate" | "rejected" | "unmatched" | "ignored";
  readonly name: string;
  readonly note: string;
};

const LINES: readonly Line[] = [
  { key: "loaded", name: "Loaded", note: "new records" },
  { key: "unchanged", name: "Unchanged", note: "already here, word for word" },
  { key: "duplicate", name: "Duplicate", note: "the very same record once more in this file" },
  { key: "rejected", name: "Rejected", note: "cannot be read; see below" },
  { key: "unmatched", name: "Unmatched", note: "parked until their partner or product is known" },
  { key: "ignored", name: "Ignored", note: "empty lines" },
];

function noteOf({ key, note }: Line, batch: ImportBatch): string {
  if (key === "ignored" && discardsWaiting(batch)) return "waited, and were discarded";
  if (key === "unmatched" && batch.status === "discarded") return "their partner or product is not known; they were not kept";
  if (key === "unmatched" && batch.status === "published" && batch.waiting === 0) return "waited for their partner or product; none waits any more";
  if (key === "duplicate" && batch.kind === "pos") return "never of sales: equal lines are sales of their own";
  return note;
}

/** Every row of the file is accounted for, and so is every amount that could be read: the parts stand above their sum. */
export function RowBalance({ batch }: RowBalanceProps) {
  const currencies = Object.keys(batch.amounts.read ?? {}).toSorted();
  return (
    <ScrollRegion label="What became of the rows">
      <table className="w-full max-w-3xl border-collapse text-sm">
        <caption className="sr-only">What became of the rows</caption>
        <thead className="text-xs text-muted">
          <tr>
            <th scope="col" className="pb-2 text-left font-medium">
              What became of them
            </th>
            <th scope="col" className="figures pb-2 pl-4 font-medium">
              Rows
            </th>
            {currencies.map((currency) => (
              <th key={currency} scope="col" className="figures pb-2 pl-4 font-medium">
                Amount, {currency}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {LINES.map((line) => (
            <tr key={line.key} className="border-t border-line align-top">
              <th scope="row" className="py-2 text-left font-normal">
                {line.key === "loaded" ? loadedWords(batch.status) : line.name}{" "}
                <span className="text-muted max-sm:block max-sm:text-xs">{noteOf(line, batch)}</span>
              </th>
              <td className="figures py-2 pl-4">{formatCount(batch.rows[line.key])}</td>
              {currencies.map((currency) => (
                <td key={currency} className="figures py-2 pl-4">
                  <LineAmount batch={batch} line={line} currency={currency} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t-2 border-line-strong/60 align-top font-semibold">
            <th scope="row" className="py-2 text-left font-[inherit]">
              Read from the file{" "}
              {currencies.length > 0 && batch.rows.rejected > 0 && (
                <span className="font-normal text-muted max-sm:block max-sm:text-xs">the amounts of rejected rows are not in the sum</span>
              )}
            </th>
            <td className="figures py-2 pl-4">{formatCount(batch.rows.read)}</td>
            {currencies.map((currency) => (
              <td key={currency} className="figures py-2 pl-4">
                {formatMoneyExact(batch.amounts.read?.[currency] ?? 0, currency, decimalsOf(batch, currency))}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      {batch.rows.corrected > 0 && (
        <p className="mt-2 text-sm text-muted">{formatCount(batch.rows.corrected)} of the loaded rows replaced an earlier record.</p>
      )}
    </ScrollRegion>
  );
}

/** What the good rows are called: they count only once they are loaded. */
function loadedWords(status: ImportBatch["status"]): string {
  if (status === "published" || status === "unchanged") return "Loaded";
  return status === "discarded" || status === "failed" ? "Not loaded" : "Ready to load";
}

type LineAmountProps = { readonly batch: ImportBatch; readonly line: Line; readonly currency: string };

/** The amount of a rejected row is not known: it could not be read. */
function LineAmount({ batch, line, currency }: LineAmountProps) {
  if (line.key === "rejected" || line.key === "ignored") return <span className="text-muted">–</span>;
  return formatMoneyExact(batch.amounts[line.key]?.[currency] ?? 0, currency, decimalsOf(batch, currency));
}

function decimalsOf({ amounts }: ImportBatch, currency: string): number {
  return exactDecimals(
    Object.values(amounts).map((byCurrency) => byCurrency?.[currency] ?? 0),
    currency,
  );
}
