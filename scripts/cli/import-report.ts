import type { ImportBatch, ImportDetail, MissingRate } from "@/lib/contracts/import-batch";
import { EndsWith, EXIT, type ExitCode } from "./failure";
import { print, printJson } from "./print";

/**
 * Prints what became of an import. `asWished`: discarding it was what the person asked for.
 * @throws EndsWith unless it was loaded, or there was nothing to load
 */
export async function reportImport({ batch, missingRates }: ImportDetail, json: boolean, { asWished = false } = {}): Promise<void> {
  await (json ? printJson({ ...batch, missingRates }) : print([balance(batch), outcome(batch), ...missingRates.map(withoutRate)].join("\n")));
  const code = batch.status === "discarded" && asWished ? EXIT.ok : exitCode(batch);
  if (code !== EXIT.ok) throw new EndsWith(code);
}

function exitCode({ status }: ImportBatch): ExitCode {
  switch (status) {
    case "ready":
      return EXIT.waits;
    case "failed":
      return EXIT.badInput;
    case "discarded":
      return EXIT.refused;
    default:
      return EXIT.ok;
  }
}

/** read = loaded + …, in lines and, where the file has money, in each currency; parts that are zero are left out. */
function balance({ number, kind, status, rows, amounts }: ImportBatch): string {
  const word = (part: string) => (part === "loaded" && status === "ready" ? "to load" : part);
  const parts = (["loaded", "unchanged", "duplicate", "rejected", "unmatched", "ignored"] as const).filter((part) => rows[part] !== 0);
  const lines = [
    `Import ${number} (${kind}): ${rows.read === 1 ? "1 line" : `${rows.read} lines`} read = ${parts.map((part) => `${rows[part]} ${word(part)}`).join(" + ") || "0"}`,
  ];
  for (const [currency, read] of Object.entries(amounts.read ?? {})) {
    const sums = (["loaded", "unchanged", "duplicate", "unmatched"] as const).flatMap((part) => {
      const amount = amounts[part]?.[currency] ?? 0;
      return amount === 0 ? [] : [`${decimal(amount)} ${word(part)}`];
    });
    lines.push(`${currency} ${decimal(read)} read = ${sums.join(" + ") || "0"}`);
  }
  return lines.join("\n");
}

/** Ten-thousandths as a decimal number, digit for digit. */
function decimal(amountE4: number): string {
  const digits = String(Math.abs(amountE4)).padStart(5, "0");
  return `${amountE4 < 0 ? "-" : ""}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

function outcome({ number, status, seq, rows, outcome }: ImportBatch): string {
  const rejected = `npm run tierline -- export rejected ${number} shows why`;
  switch (status) {
    case "published":
      return `Published as sequence ${seq}.${rows.rejected > 0 ? ` ${linesWere(rows.rejected)} rejected; ${rejected}.` : ""}`;
    case "ready":
      return `${linesWere(rows.rejected)} rejected (${rejected}). Say what to do: npm run tierline -- decide ${number} load, or discard.`;
    case "discarded":
      return rows.rejected > 0 ? `Nothing was loaded: ${linesWere(rows.rejected)} rejected; ${rejected}.` : "Nothing was loaded.";
    default:
      return outcome?.message ?? `It is ${status}.`;
  }
}

function withoutRate({ program, version, from, to }: MissingRate): string {
  return `Warning: ${program} version ${version} has no exchange rate from ${from} to ${to}; an evaluation that counts these amounts is refused.`;
}

function linesWere(count: number): string {
  return count === 1 ? "1 line was" : `${count} lines were`;
}
