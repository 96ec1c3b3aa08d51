import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Scope } from "@/lib/access/actor";
import type { ImportKind } from "@/lib/import/import-kind";
import type { FactTable, FactValue } from "./row-kinds";

const SEGMENT_ROWS = 20_000;

/**
 * Writes facts in segments: COPY into a temporary table, then one INSERT into the fact table, which COPY cannot reach itself
 * because row-level security binds this role. While the server works on a segment the next one is read.
 */
export class FactWriter {
  readonly #client: PoolClient;
  readonly #insert: string;
  #lines: string[] = [];
  #underway: Promise<void> = Promise.resolve();

  private constructor(client: PoolClient, insert: string) {
    this.#client = client;
    this.#insert = insert;
  }

  static async open<Kind extends ImportKind>(
    client: PoolClient,
    scope: Scope,
    batchId: number,
    { table, columns }: FactTable<Kind>,
  ): Promise<FactWriter> {
    const names = columns.map(([name]) => name).join(", ");
    await client.query(`create temporary table fact_stage (line int, ${columns.map(([name, type]) => `${name} ${type}`).join(", ")}) on commit drop`);
    return new FactWriter(
      client,
      `insert into ${table} (org_id, batch_id, line, ${names}) select ${scope.orgId}, ${batchId}, line, ${names} from fact_stage`,
    );
  }

  /** Takes one fact. Not a promise, since it is called for every line of a file: call `drain` every now and then. */
  add(line: number, values: readonly FactValue[]): void {
    let text = String(line);
    for (const value of values) text += `\t${copyText(value)}`;
    this.#lines.push(text);
  }

  /** Resolves when there is room for some thousand more. */
  async drain(): Promise<void> {
    if (this.#lines.length >= SEGMENT_ROWS) await this.#send();
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
    this.#lines = [];
    await this.#underway.catch(() => undefined);
  }

  async #send(): Promise<void> {
    await this.#underway;
    const lines = this.#lines;
    this.#lines = [];
    if (lines.length === 0) return;
    this.#underway = this.#write(`${lines.join("\n")}\n`);
    // The failure is met at the next await of #underway; without this it would count as unhandled until then.
    this.#underway.catch(() => undefined);
  }

  async #write(text: string): Promise<void> {
    const stream = this.#client.query(copyFrom("copy fact_stage from stdin"));
    if (!stream.write(text)) await Promise.race([once(stream, "drain"), finished(stream)]);
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
