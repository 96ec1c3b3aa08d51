// One calm line per step: what, and how long it took.

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs `work` under a label. What `work` returns as a string is added to the line. */
export async function step(label, work) {
  const since = performance.now();
  process.stdout.write(`${label} … `);
  try {
    const note = await work();
    process.stdout.write(`${typeof note === "string" ? `${note}, ` : ""}${seconds(since)}\n`);
    return note;
  } catch (error) {
    process.stdout.write(`failed after ${seconds(since)}\n`);
    throw error;
  }
}
