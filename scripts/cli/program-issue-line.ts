/** The issue's code and its facts, as they are in the program document: `program.json, tiers.gold: error tier_unreachable (subject score, …)`. */
export function issueLine(
  file: string,
  { path, severity, code, ...facts }: { readonly path: string; readonly severity: string; readonly code: string },
): string {
  const details = Object.entries(facts).map(([name, value]) => `${name} ${value}`);
  return `${file}, ${path}: ${severity} ${code}${details.length === 0 ? "" : ` (${details.join(", ")})`}. docs/cli.md lists the codes.`;
}
