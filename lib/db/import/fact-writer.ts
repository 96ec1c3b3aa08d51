import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Scope } from "@/lib/access/actor";
import type { ImportKind } from "@/lib/import/import-kind";
import type { FactTable, FactValue } from "./row-kinds";

/** Some 50,000 sales: enough that a partner has several of them, few enough for the server's buffers of temporary tables. */
const SEGMENT_BYTES = 4 * 1024 * 1024;
const MOST_BYTES_PER_CHARACTER = 3; // of UTF-8, for a UTF-16 unit

/**
 * Writes facts in segments: COPY into a temporary table, then one INSERT into the fact table, which COPY cannot reach itself
 * because row-level security binds this role. While the server works on a segment the next one is read. The text is kept as bytes: as
 * strings it would live long enough to cost the garbage collector a quarter of an import's time.
 */
export class FactWriter {
  readonly #client: PoolClient;
  readonly #insert: string;
  #bytes = Buffer.allocUnsafe(SEGMENT_BYTES + SEGMENT_BYTES / 4);
  #length = 0;
  /** The segment under way may still be read: its bytes are written over one segment later. */
  #spare = Buffer.allocUnsafe(this.#bytes.length);
  #underway: Promise<void> = Promise.resolve();

  private constructor(client: PoolClient, insert: string) {
    this.#client = client;
    this.#insert = insert;
  }

  static async open<Kind extends ImportKind>(
    client: PoolClient,
    scope: Scope,
    batchId: number,
    { table, columns, order }: FactTable<Kind>,
  ): Promise<FactWriter> {
    const names = columns.map(([name]) => name).join(", ");
    await client.query(`create temporary table fact_stage (line int, ${columns.map(([name, type]) => `${name} ${type}`).join(", ")}) on commit drop`);
    return new FactWriter(
      client,
      `insert into ${table} (org_id, batch_id, line, ${names}) select ${scope.orgId}, ${batchId}, line, ${names} from fact_stage order by ${order}`,
    );
  }

  /** Takes one fact. Not a promise, since it is called for every line of a file: call `drain` every now and then. */
  add(line: number, values: readonly FactValue[]): void {
    let text = String(line);
    for (const value of values) text += `\t${copyText(value)}`;
    text += "\n";
    const most = this.#length + text.length * MOST_BYTES_PER_CHARACTER;
    if (most > this.#bytes.length) this.#grow(most);
    this.#length += this.#bytes.write(text, this.#length);
  }

  #grow(most: number): void {
    const larger = Buffer.allocUnsafe(most * 2);
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }

  /** Resolves when there is room for some thousand more. */
  async drain(): Promise<void> {
    if (this.#length >= SEGMENT_BYTES) await this.#send();
  }

  /** Resolves when the connection is free. */
  settled(): Promise<void> {
    return this.#underway;
  }

  async close(): Promise<void> {
    await this.#send();
    await this.#underway;
  }

  /**
   * Gives the connection back to its owner after a failure. What is under way has to end first: its next statement would otherwise
   * run after the rollback, in whatever transaction then has the connection.
   */
  async abandon(): Promise<void> {
    this.#length = 0;
    await this.#underway.catch(() => undefined);
  }

  async #send(): Promise<void> {
    await this.#underway;
    if (this.#length === 0) return;
    const segment = this.#bytes.subarray(0, this.#length);
    [this.#bytes, this.#spare] = [this.#spare, this.#bytes];
    this.#length = 0;
    this.#underway = this.#write(segment);
    // The failure is met at the next await of #underway; without this it would count as unhandled until then.
    this.#underway.catch(() => undefined);
  }

  async #write(segment: Buffer): Promise<void> {
    const stream = this.#client.query(copyFrom("copy fact_stage from stdin"));
    if (!stream.write(segment)) await Promise.race([once(stream, "drain"), finished(stream)]);
    stream.end();
    await finished(stream);
    await this.#client.query(this.#insert);
    await this.#client.query("truncate fact_stage");
  }
}

const SPECIAL = /[\\\t\n\r]/g;
const ESCAPED: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function copyText(value: FactValue): string | number {
  if (value === null) return "\\N";
  return typeof value === "number" ? value : value.replace(SPECIAL, (character) => ESCAPED[character] ?? character);
}
