/** One line of the report: medians in milliseconds, and what their ratio is held to. */
export type Measurement = {
  readonly name: string;
  readonly ours: number;
  readonly reference: number;
  readonly ratio: number;
  readonly goal: number;
  readonly met: boolean;
  /** What was measured on either side, in one sentence. */
  readonly note: string;
};

type Work = () => void | Promise<void>;

/**
 * Runs both in turn, ours then the reference, so that a machine that speeds up or slows down treats both alike. The first `warmUps`
 * pairs do not count: what takes milliseconds is compiled while it runs, in a server long before anybody waits for it.
 */
export async function compare(
  name: string,
  goal: number,
  note: string,
  { runs, warmUps = 1 }: { readonly runs: number; readonly warmUps?: number },
  ours: Work,
  reference: Work,
): Promise<Measurement> {
  const times: { ours: number[]; reference: number[] } = { ours: [], reference: [] };
  for (let run = 0; run < warmUps + runs; run++) {
    const pair = { ours: await time(ours), reference: await time(reference) };
    if (run < warmUps) continue;
    times.ours.push(pair.ours);
    times.reference.push(pair.reference);
  }
  const [mine, theirs] = [median(times.ours), median(times.reference)];
  const ratio = mine / theirs;
  return { name, ours: mine, reference: theirs, ratio, goal, met: ratio <= goal, note };
}

/** The median of `runs`, in milliseconds; the first does not count. */
export async function medianTime(runs: number, work: Work): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const taken = await time(work);
    if (run > 0) times.push(taken);
  }
  return median(times);
}

async function time(work: Work): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The middle of some values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
