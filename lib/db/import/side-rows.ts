import type { PoolClient } from "pg";
import type { Scope } from "@/lib/access/actor";
import type { RejectedRow } from "@/lib/import/read-rows";

const SEGMENT_ROWS = 2_000;

/** Rows of the side tables of an import; `columns` are those after org_id and batch_id, as jsonb_to_recordset reads them. */
type SideTable = { readonly table: string; readonly columns: string; readonly select: string };

const STAGED: SideTable = { table: "import_staged_row (org_id, batch_id, line, row)", columns: "line int, row jsonb", select: "line, row" };
const REJECTED: SideTable = {
  table: "import_rejected_row (org_id, batch_id, line, raw, errors)",
  columns: "line int, raw jsonb, errors jsonb",
  select: "line, array(select jsonb_array_elements_text(raw)), errors",
};
const PARKED: SideTable = {
  table: "import_unmatched_row (org_id, batch_id, line, row, partner_code, sku, missing)",
  columns: 'line int, row jsonb, "partnerCode" text, sku text, missing jsonb',
  select: 'line, row, "partnerCode", sku, array(select jsonb_array_elements_text(missing))',
};

/** Writes rows of a batch's side tables some thousand at a time. */
class JsonWriter<Row> {
  #rows: Row[] = [];

  constructor(
    readonly client: PoolClient,
    readonly scope: Scope,
    readonly batchId: number,
    readonly side: SideTable,
  ) {}

  add(row: Row): void {
    this.#rows.push(row);
  }

  get full(): boolean {
    return this.#rows.length >= SEGMENT_ROWS;
  }

  async flush(): Promise<void> {
    if (this.#rows.length === 0) return;
    const rows = JSON.stringify(this.#rows, storable);
    this.#rows = [];
    await this.client.query(
      `insert into ${this.side.table} select $1, $2, ${this.side.select} from jsonb_to_recordset($3::jsonb) as given (${this.side.columns})`,
      [this.scope.orgId, this.batchId, rows],
    );
  }
}

/** PostgreSQL keeps no NUL in text; the mark for an unreadable character takes its place. */
function storable(_: string, value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll("\0", "\ufffd") : value;
}

export type ParkedEntry = {
  readonly line: number;
  readonly row: object;
  readonly partnerCode: string | null;
  readonly sku: string | null;
  readonly missing: readonly string[];
};

export const stagedRows = (client: PoolClient, scope: Scope, batchId: number) =>
  new JsonWriter<{ line: number; row: object }>(client, scope, batchId, STAGED);
export const rejectedRows = (client: PoolClient, scope: Scope, batchId: number) => new JsonWriter<RejectedRow>(client, scope, batchId, REJECTED);
export const parkedRows = (client: PoolClient, scope: Scope, batchId: number) => new JsonWriter<ParkedEntry>(client, scope, batchId, PARKED);
