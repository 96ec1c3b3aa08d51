/** The path of the API to a version. */
export function versionApiPath(program: string, version: number): string {
  return `/api/v1/programs/${encodeURIComponent(program)}/versions/${version}`;
}
