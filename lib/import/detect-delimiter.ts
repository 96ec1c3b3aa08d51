import { Delimiter } from "./file-format";

const HEADER_BYTES = 64 * 1024;

/**
 * Answers a stated delimiter at once, and for "auto" the one that appears most often outside quotes in the first line that is not
 * blank (a comma when none does, or two are even). Reads no further than that line, and hands back all pieces, those it read included.
 */
export async function withDelimiter(
  pieces: AsyncGenerator<Buffer>,
  stated: Delimiter | "auto",
): Promise<{ delimiter: Delimiter; pieces: AsyncIterable<Buffer> }> {
  if (stated !== "auto") return { delimiter: stated, pieces };
  let start: Buffer = Buffer.alloc(0);
  let counted = countInFirstLine("");
  while (!counted.ended && start.length < HEADER_BYTES) {
    const next = await pieces.next();
    if (next.done) break;
    start = Buffer.concat([start, next.value]);
    if (/[\r\n]/.test(next.value.toString("latin1"))) counted = countInFirstLine(start.toString("latin1"));
  }
  if (!counted.ended) counted = countInFirstLine(start.toString("latin1"));
  return { delimiter: mostFrequent(counted.counts), pieces: prepend(start, pieces) };
}

type Counts = ReadonlyMap<string, number>;

function countInFirstLine(start: string): { readonly ended: boolean; readonly counts: Counts } {
  const counts = new Map<string, number>(Delimiter.options.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  let blank = true;
  for (const character of start) {
    if (character === '"') quoted = !quoted;
    const lineBreak = !quoted && (character === "\n" || character === "\r");
    if (lineBreak && !blank) return { ended: true, counts };
    if (!lineBreak) blank = false;
    const count = counts.get(character);
    if (!quoted && count !== undefined) counts.set(character, count + 1);
  }
  return { ended: false, counts };
}

function mostFrequent(counts: Counts): Delimiter {
  return Delimiter.options.reduce((best, it) => ((counts.get(it) ?? 0) > (counts.get(best) ?? 0) ? it : best));
}

async function* prepend(start: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield start;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
