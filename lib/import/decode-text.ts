import type { FileFormat } from "./file-format";
import { ImportFileError } from "./import-file-error";

const PIECE_BYTES = 64 * 1024;
const LINE_FEED = 0x0a;

/** How far a file has been read; `encoding` is null as long as every byte was ASCII. */
export type ReadProgress = { bytes: number; encoding: "utf-8" | "windows-1252" | null };

/**
 * The file as UTF-8 in pieces of at most some 64 KB, without byte order mark, cut between characters. With "auto" the first
 * character beyond ASCII decides: a well-formed UTF-8 sequence makes the file UTF-8, anything else Windows-1252. The five bytes that
 * Windows-1252 leaves undefined become control characters, which no text cell accepts. Keeps `progress` up to date. Throws
 * ImportFileError for what is not text, and for a byte that contradicts the file's encoding, after every piece before it.
 */
export async function* decodeText(
  source: AsyncIterable<Uint8Array>,
  encoding: FileFormat["encoding"],
  progress: ReadProgress,
): AsyncGenerator<Buffer> {
  let stated = encoding === "auto" ? null : encoding;
  let started = false;
  let line = 1;
  let carry: Buffer = Buffer.alloc(0);

  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      const piece = chunk.subarray(at, at + PIECE_BYTES);
      progress.bytes += piece.length;
      let bytes: Buffer = Buffer.concat([carry, piece]);
      if (!started) {
        if (bytes.length < LONGEST_MAGIC) {
          carry = bytes;
          continue;
        }
        ({ bytes, stated } = withoutMark(bytes, stated));
        started = true;
      }
      const whole = stated === "windows-1252" ? bytes.length : wholeCharacters(bytes);
      carry = bytes.subarray(whole);
      stated = yield* decodePiece(bytes.subarray(0, whole), stated, line, progress);
      line += lineFeeds(bytes.subarray(0, whole));
    }
  }
  if (!started) ({ bytes: carry, stated } = withoutMark(carry, stated));
  if (carry.length > 0) yield* decodePiece(carry, stated, line, progress);
}

/** Yields what can be decoded and returns the encoding as known from then on. */
function* decodePiece(
  bytes: Buffer,
  encoding: ReadProgress["encoding"],
  line: number,
  progress: ReadProgress,
): Generator<Buffer, ReadProgress["encoding"]> {
  if (isAscii(bytes)) {
    yield bytes;
    return encoding;
  }
  const known = encoding ?? firstEvidence(bytes);
  progress.encoding = known;
  if (known === "windows-1252") {
    yield fromWindows1252(bytes);
    return known;
  }
  if (isUtf8(bytes)) {
    yield bytes;
    return known;
  }
  const prefix = bytes.subarray(0, validPrefix(bytes));
  yield prefix;
  throw new ImportFileError("contradicted_encoding", {
    line: line + lineFeeds(prefix),
    what: "The file is UTF-8 up to here, but this line has a byte that is not.",
    how: "State the encoding windows-1252 if the whole file is in it, or save the file as UTF-8.",
  });
}

const LONGEST_MAGIC = 4;
const PICTURES_AND_PAPERS = ["\x89PNG", "\xff\xd8\xff", "GIF8", "%PDF"];

function withoutMark<Encoding extends ReadProgress["encoding"]>(bytes: Buffer, stated: Encoding): { bytes: Buffer; stated: Encoding | "utf-8" } {
  const start = bytes.toString("latin1", 0, LONGEST_MAGIC);
  if (start.startsWith("\xef\xbb\xbf")) return { bytes: bytes.subarray(3), stated: "utf-8" };
  if (start.startsWith("\xff\xfe") || start.startsWith("\xfe\xff")) {
    throw new ImportFileError("unsupported_encoding", {
      what: "The file is written in UTF-16.",
      how: 'Save it as "CSV UTF-8" and upload it again.',
    });
  }
  if (start === "PK\x03\x04" || start === "\xd0\xcf\x11\xe0") {
    throw new ImportFileError("binary_content", {
      what: "The file is an Excel workbook or a zip archive, not a CSV file.",
      how: 'Open it in the spreadsheet, save the sheet as "CSV UTF-8" and upload that.',
    });
  }
  if (PICTURES_AND_PAPERS.some((magic) => start.startsWith(magic))) {
    throw new ImportFileError("binary_content", {
      what: "The file is a picture or a PDF, not a CSV file.",
      how: "Choose the exported CSV file instead.",
    });
  }
  return { bytes, stated };
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function isUtf8(bytes: Buffer): boolean {
  try {
    strictUtf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function lineFeeds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count++;
  return count;
}

const BEYOND_ASCII = /[\x80-\xff]/;

function isAscii(bytes: Buffer): boolean {
  return !BEYOND_ASCII.test(bytes.toString("latin1"));
}

/** The encoding that the first byte beyond ASCII speaks for. */
function firstEvidence(bytes: Buffer): "utf-8" | "windows-1252" {
  const first = bytes.toString("latin1").search(BEYOND_ASCII);
  return sequenceLength(bytes, first) > 0 ? "utf-8" : "windows-1252";
}

function validPrefix(bytes: Buffer): number {
  let at = 0;
  for (let length = 1; length > 0 && at < bytes.length; at += length) length = sequenceLength(bytes, at);
  return at;
}

/** Bytes of the UTF-8 character at `at`, 0 when it is not one. */
function sequenceLength(bytes: Buffer, at: number): number {
  const length = announcedLength(bytes[at] ?? 0);
  return at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}

function announcedLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc0) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** Length without a last character that the next chunk may complete. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return announcedLength(byte) > back ? bytes.length - back : bytes.length;
    if (byte < 0x80) break;
  }
  return bytes.length;
}

const C1 = /[\x80-\x9f]/g;
const C1_IN_WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

function fromWindows1252(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString("latin1").replace(C1, (character) => C1_IN_WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80)));
}
