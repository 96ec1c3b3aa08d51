import { Key } from "@/lib/domain/define/metric";
import type { Program } from "@/lib/domain/define/program";
import type { MetricInput, PartnerInput, PartnerState } from "@/lib/domain/run-input";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { attribute } from "@/lib/import/cells/attribute";
import { date } from "@/lib/import/cells/date";
import { decimal } from "@/lib/import/cells/number";
import { code } from "@/lib/import/cells/text";
import type { CellReader } from "@/lib/import/column";
import { decodeText, type ReadProgress } from "@/lib/import/decode-text";
import { withDelimiter } from "@/lib/import/detect-delimiter";
import { FileFormat } from "@/lib/import/file-format";
import { CellFault } from "@/lib/import/row-error";
import { type CsvRecord, splitRecords } from "@/lib/import/split-records";
import { BadInput } from "./failure";
import type { InputFile } from "./input-file";

const ATTRIBUTE = "attr.";
const ENROLLED_ON = "enrolled_on";
const MOST_FAULTS = 20;
const FORMAT = FileFormat.parse({});

type Header = { readonly file: string; readonly columns: readonly string[] };

export type MetricsContext = {
  readonly program: Program;
  /** The day the values hold for. */
  readonly asOf: IsoDate;
  /** What each partner carries on from an earlier evaluation. */
  readonly previous: ReadonlyMap<string, PartnerState>;
};

/**
 * The partners of a metrics file: `partner` first, a column per metric key of the program (empty = no data), `attr.<name>` columns,
 * optionally `enrolled_on`.
 * @throws BadInput naming line and column of every fault, at most 20 of them
 */
export async function readMetricsFile(input: InputFile, context: MetricsContext): Promise<PartnerInput[]> {
  const [first, ...rows] = await records(input);
  if (first === undefined)
    throw new BadInput([`${input.name} is empty. Write a header row, partner,${metricKeys(context.program).join(",")}, and a row per partner.`]);
  const header: Header = { file: input.name, columns: first.cells.map((cell) => cell.trim()) };
  checkHeader(header, context.program);

  const faults: string[] = [];
  const lineOf = new Map<string, number>();
  const partners = rows.map((row) => {
    const read = cellReader(header, row, faults);
    const partner = read("partner", code.reader(FORMAT)) ?? "";
    const earlier = lineOf.get(partner);
    if (earlier !== undefined)
      faults.push(`${input.name}, line ${row.line}: partner ${partner} is already on line ${earlier}. Keep one row per partner.`);
    if (partner !== "") lineOf.set(partner, row.line);
    return partnerInput(partner, header, context, read);
  });
  if (faults.length > MOST_FAULTS) faults.splice(MOST_FAULTS, faults.length, `… and ${faults.length - MOST_FAULTS} more faults in ${input.name}.`);
  if (faults.length > 0) throw new BadInput(faults);
  return partners;
}

async function records({ body }: InputFile): Promise<CsvRecord[]> {
  const progress: ReadProgress = { bytes: 0, encoding: null };
  const { delimiter, pieces } = await withDelimiter(decodeText(body, "auto", progress), "auto");
  const all: CsvRecord[] = [];
  for await (const some of splitRecords(pieces, delimiter)) all.push(...some);
  return all.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

function metricKeys(program: Program): string[] {
  return program.metrics.map(({ key }) => key);
}

function checkHeader({ file, columns }: Header, program: Program): void {
  const metrics = new Set(metricKeys(program));
  const faults = columns.flatMap((column, index) => {
    if (index === 0) return column === "partner" ? [] : [`${file}, header: the first column is "${column}". It must be partner.`];
    if (columns.indexOf(column) < index) return [`${file}, header: the column ${column} appears twice. Remove one of them.`];
    const isKnown =
      metrics.has(column) || column === ENROLLED_ON || (column.startsWith(ATTRIBUTE) && Key.safeParse(column.slice(ATTRIBUTE.length)).success);
    return isKnown
      ? []
      : [
          `${file}, header: "${column}" is not a metric of the program. Its metrics are ${[...metrics].join(", ")}; name other columns ${ATTRIBUTE}<name>.`,
        ];
  });
  const missing = [...metrics].filter((metric) => !columns.includes(metric));
  if (missing.length > 0)
    faults.push(`${file}, header: there is no column for ${missing.join(", ")}. Add it; its cells may be empty where there is no data.`);
  if (faults.length > 0) throw new BadInput(faults);
}

type ReadCell = <T>(column: string, reader: CellReader<T>) => T | null;

/** Reads cells of one row by column: null when the file has no such column, or the cell is empty or at fault, which is added to `faults`. */
function cellReader({ file, columns }: Header, { line, cells }: CsvRecord, faults: string[]): ReadCell {
  if (cells.length !== columns.length) {
    faults.push(
      `${file}, line ${line}: the row has ${cells.length} cells and the header ${columns.length}. Look for a missing or an unquoted delimiter.`,
    );
    return () => null;
  }
  if (cells[0]?.trim() === "") faults.push(`${file}, line ${line}, column partner: it is empty. Fill in the partner's code.`);
  return (column, reader) => {
    const text = cells[columns.indexOf(column)]?.trim() ?? "";
    const value = text === "" ? null : reader(text);
    if (!(value instanceof CellFault)) return value;
    faults.push(`${file}, line ${line}, column ${column}: "${text.slice(0, 60)}". ${value.message}`);
    return null;
  };
}

function partnerInput(partner: string, { columns }: Header, { program, asOf, previous }: MetricsContext, read: ReadCell): PartnerInput {
  const attributes = columns.filter((column) => column.startsWith(ATTRIBUTE));
  return {
    partner,
    attributes: Object.fromEntries(attributes.map((column) => [column.slice(ATTRIBUTE.length), read(column, attribute.reader(FORMAT))])),
    enrolledOn: read(ENROLLED_ON, date.reader(FORMAT)),
    metrics: Object.fromEntries(metricKeys(program).map((metric) => [metric, metricInput(read(metric, decimal.reader(FORMAT)))])),
    previous: previous.get(partner) ?? null,
    override: null,
    latestFactOn: asOf,
    unmatchedBps: 0,
  };
}

/** A given value stands for one record: the file does not say how many are behind it. */
function metricInput(value: number | null): MetricInput {
  return value === null ? { value, reason: "no_facts", facts: 0, from: null, until: null } : { value, facts: 1, from: null, until: null };
}
