/** One line that rewrites itself while something takes its time. `seen`: whether anybody watches; if not, nothing need be found out. */
export type Progress = { readonly seen: boolean; readonly show: (text: string) => void; readonly clear: () => void };

export const NO_PROGRESS: Progress = { seen: false, show: () => undefined, clear: () => undefined };

/** On a terminal's standard error; nothing where there is none. */
export function progressLine(): Progress {
  if (!process.stderr.isTTY) return NO_PROGRESS;
  const rewrite = (text: string) => process.stderr.write(`\r\u001b[K${text}`);
  return { seen: true, show: rewrite, clear: () => rewrite("") };
}
