import type { PoolClient } from "pg";
import type { Scope } from "@/lib/access/actor";
import type { ImportKind } from "@/lib/import/import-kind";
import type { ImportRow } from "@/lib/import/kind-definitions";
import type { ProductRow } from "@/lib/import/kinds/products";
import type { FileHeader, RejectedRow, RowBatch } from "@/lib/import/read-rows";
import type { RowErrorCode } from "@/lib/import/row-error";
import { FactWriter } from "./fact-writer";
import { productLineCheck } from "./product-lines";
import { type References, readReferences } from "./references";
import { sortIntoTree } from "./region-tree";
import { type RowKind, rowKinds } from "./row-kinds";
import { parkedRows, rejectedRows, stagedRows } from "./side-rows";
import { addAmount, emptyTally, type Tally } from "./tally";

/** The rows of a file or of a replay, in the order of their lines. */
export type IncomingRows<Kind extends ImportKind> = AsyncIterable<
  Omit<RowBatch<Kind>, "header" | "encoding"> & { readonly header: FileHeader | null }
>;

/** Rejected rows beyond these are counted but not kept: such a file is wrong as a whole, and is itself kept. */
const KEPT_REJECTED_ROWS = 100_000;

/** `cells` are as written in the file; a replay has none, and none of its rows contradict each other. */
type Entry<Kind extends ImportKind> = { readonly line: number; readonly row: ImportRow[Kind]; readonly cells: readonly string[] };
type Conflict = { readonly column: string; readonly code: RowErrorCode; readonly message: string };

/**
 * Puts every row where it waits for the batch to be loaded: facts in their table, where nobody counts them before the batch has
 * its sequence; master data in the staging table; rows with unknown codes, and rejected rows, aside.
 */
export async function stageRows<Kind extends ImportKind>(
  client: PoolClient,
  scope: Scope,
  batch: { readonly id: number; readonly kind: Kind },
  incoming: IncomingRows<Kind>,
  onBytes: (bytes: number) => Promise<void>,
): Promise<Tally> {
  const stage = new Stage(batch.kind, await readReferences(client, scope), await destinations(client, scope, batch));
  try {
    for await (const { header, rows, rejected, ignored, read, bytes } of incoming) {
      stage.tally.read += read;
      stage.tally.ignored += ignored;
      for (const entry of rejected) stage.reject(entry);
      stage.header = header;
      for (const entry of rows) stage.take(entry);
      await stage.drain();
      await onBytes(bytes);
    }
    await stage.close();
  } catch (error) {
    await stage.abandon();
    throw error;
  }
  return stage.tally;
}

async function destinations<Kind extends ImportKind>(client: PoolClient, scope: Scope, batch: { readonly id: number; readonly kind: Kind }) {
  const kind: RowKind<Kind> = rowKinds[batch.kind];
  return {
    facts: kind.fact === null ? null : await FactWriter.open(client, scope, batch.id, kind.fact),
    staged: stagedRows(client, scope, batch.id),
    parked: parkedRows(client, scope, batch.id),
    rejected: rejectedRows(client, scope, batch.id),
  };
}

class Stage<Kind extends ImportKind> {
  readonly tally: Tally;
  readonly #spec: RowKind<Kind>;
  readonly #known: References;
  readonly #to: Awaited<ReturnType<typeof destinations>>;
  /** First line and content of every record of the file, by identity. */
  readonly #seen = new Map<string, { readonly line: number; readonly content: string }>();
  readonly #productLines = productLineCheck();
  /** Regions wait for the whole file, since a parent may follow its children. */
  readonly #regions: Entry<"regions">[] = [];
  /** The file's header; null before the first row, and in a replay. */
  header: FileHeader | null = null;

  constructor(
    readonly kind: Kind,
    known: References,
    to: Awaited<ReturnType<typeof destinations>>,
  ) {
    this.#spec = rowKinds[kind];
    this.#known = known;
    this.#to = to;
    this.tally = emptyTally(this.#spec.amount !== null);
  }

  reject(entry: RejectedRow): void {
    if (this.tally.rejected < KEPT_REJECTED_ROWS) this.#to.rejected.add(entry);
    this.tally.rejected++;
  }

  take(entry: Entry<Kind>): void {
    const { line, row } = entry;
    const earlier = this.#earlier(entry);
    if (earlier === "same") {
      this.tally.duplicate++;
      this.#count("duplicate", row);
      return;
    }
    const conflict = earlier ?? (this.kind === "products" ? this.#productConflict(row as ProductRow, line) : null);
    if (conflict !== null) {
      this.#rejectRead(entry, conflict);
      return;
    }
    if (this.kind === "regions") {
      this.#regions.push(entry as Entry<"regions">);
      return;
    }
    this.#keep(line, row, this.#spec.missing(row, this.#known));
  }

  async drain(): Promise<void> {
    for (const side of [this.#to.staged, this.#to.parked, this.#to.rejected]) {
      if (!side.full) continue;
      await this.#to.facts?.settled(); // one connection does one thing at a time
      await side.flush();
    }
    await this.#to.facts?.drain();
  }

  async close(): Promise<void> {
    if (this.kind === "regions") this.#keepRegions();
    await this.#to.facts?.close();
    await this.#to.staged.flush();
    await this.#to.parked.flush();
    await this.#to.rejected.flush();
  }

  async abandon(): Promise<void> {
    await this.#to.facts?.abandon();
  }

  #keep(line: number, row: ImportRow[Kind], missing: readonly string[]): void {
    if (missing.length > 0) {
      const partnerCode = "partner_code" in row ? row.partner_code : null;
      this.#to.parked.add({ line, row, partnerCode, sku: "sku" in row ? row.sku : null, missing });
      this.tally.unmatched++;
      this.#count("unmatched", row);
      return;
    }
    if (this.#spec.fact !== null && this.#to.facts !== null) this.#to.facts.add(line, this.#spec.fact.values(row, this.#known));
    else this.#to.staged.add({ line, row });
    this.tally.loaded++;
    this.#count("loaded", row);
  }

  #keepRegions(): void {
    const { fitting, orphaned, circular } = sortIntoTree(this.#regions, this.#known.regionParents);
    for (const entry of circular) {
      const message = `${entry.row.code} would lie inside itself: correct the parents on the way up from ${entry.row.parent_code}.`;
      this.#rejectRead(entry, { column: "parent_code", code: "circular_region", message });
    }
    for (const { line, row } of orphaned) this.#keep(line, row as ImportRow[Kind], ["region"]);
    for (const { line, row } of fitting) this.#keep(line, row as ImportRow[Kind], []);
  }

  #earlier({ line, row }: Entry<Kind>): "same" | Conflict | null {
    if (this.#spec.identity === null) return null;
    const identity = this.#spec.identity(row);
    const content = JSON.stringify(row);
    const earlier = this.#seen.get(identity);
    if (earlier === undefined) {
      this.#seen.set(identity, { line, content });
      return null;
    }
    if (earlier.content === content) return "same";
    const column = Object.keys(row).find((name) => ["code", "sku", "person", "metric"].includes(name)) ?? "code";
    return {
      column,
      code: "contradicts_earlier_line",
      message: `Line ${earlier.line} says something else of the same record; keep the one that is right.`,
    };
  }

  /** Rejects a row that can be read; the error is laid at the file's own header, as for those that cannot. */
  #rejectRead({ line, cells }: Pick<Entry<Kind>, "line" | "cells">, { column, code, message }: Conflict): void {
    const at = this.header?.columns.findIndex((it) => it.column === column) ?? -1;
    this.reject({ line, raw: cells, errors: [{ column: this.header?.columns[at]?.header ?? column, value: cells[at] ?? "", code, message }] });
  }

  #productConflict(row: ProductRow, line: number): Conflict | null {
    const conflict = this.#productLines(row, line);
    return conflict === null ? null : { ...conflict, code: "contradicts_earlier_line" };
  }

  #count(where: "loaded" | "duplicate" | "unmatched", row: ImportRow[Kind]): void {
    const amount = this.#spec.amount?.(row, this.#known);
    if (amount === undefined || this.tally.amounts === null) return;
    addAmount(this.tally.amounts.read, amount.currency, amount.e4);
    addAmount(this.tally.amounts[where], amount.currency, amount.e4);
  }
}
