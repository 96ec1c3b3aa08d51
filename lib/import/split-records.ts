import { CsvError, type Parser, parse } from "csv-parse";
import type { Delimiter } from "./file-format";
import { ImportFileError } from "./import-file-error";

const MAX_RECORD_CHARACTERS = 1024 * 1024;
const QUOTE = 0x22;

/** One record of the file; `line` is the physical line it begins on, `cells` are as written, without their quotes. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

/**
 * Splits UTF-8 pieces into records, blank ones included, as each piece completes them. Line ends may be LF, CRLF or CR, even mixed.
 * A stray quote is taken as text, so that it costs a row and not the file. Throws ImportFileError after all records before the fault.
 */
export async function* splitRecords(pieces: AsyncIterable<Buffer>, delimiter: Delimiter): AsyncGenerator<CsvRecord[]> {
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_RECORD_CHARACTERS,
  });
  // csv-parse builds an error object for every record whose length differs from the first one's, relaxed or not, which makes a file of
  // ragged or blank rows fifty times slower. It takes a record's length as the expected one for as long as it has counted none.
  Object.defineProperty(parser.info, "records", { get: () => 0, set: () => undefined });
  // Faults are read from `errored` once the records before them are out; unheard, the event would end the process.
  parser.on("error", () => undefined);

  let line = 1;
  let quoted = false;
  const completed = (): CsvRecord[] => {
    const records: CsvRecord[] = [];
    for (let cells = read(parser); cells !== null; cells = read(parser)) {
      records.push({ line, cells });
      line += quoted ? 1 + lineBreaks(cells) : 1;
    }
    return records;
  };

  try {
    for await (const piece of pieces) {
      quoted ||= piece.includes(QUOTE);
      parser.write(piece);
      yield completed();
      if (parser.errored) throw parser.errored;
    }
    await new Promise<void>((done) => parser.end(() => done()));
    yield completed();
    if (parser.errored) throw parser.errored;
  } catch (error) {
    throw fileError(error, line);
  } finally {
    parser.destroy();
  }
}

function read(parser: Parser): string[] | null {
  return parser.read();
}

/** Line breaks inside quoted cells. */
function lineBreaks(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    if (cell.includes("\n") || cell.includes("\r")) count += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  }
  return count;
}

function fileError(error: unknown, line: number): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === "CSV_QUOTE_NOT_CLOSED") {
    return new ImportFileError("quote_not_closed", {
      line,
      what: "A quote opened in the row that begins here is never closed.",
      how: 'Close it, or write a quote that is part of the text as "".',
    });
  }
  if (error.code === "CSV_MAX_RECORD_SIZE") {
    return new ImportFileError("row_too_long", {
      line,
      what: "The row that begins here is longer than 1 MB.",
      how: "Look for a quote that is never closed, or for a file that is not CSV.",
    });
  }
  return error;
}
