/** One line on a terminal's standard error that rewrites itself; says nothing where nobody watches. */
export type Progress = { readonly show: (text: string) => void; readonly clear: () => void };

export function progressLine(): Progress {
  if (!process.stderr.isTTY) return { show: () => undefined, clear: () => undefined };
  const rewrite = (text: string) => process.stderr.write(`\r\u001b[K${text}`);
  return { show: rewrite, clear: () => rewrite("") };
}
