/** What is known of a version; `effectiveFrom` is a business date, null while nobody named one. */
type Version = {
  readonly version: number;
  readonly status: "draft" | "proposed" | "published" | "discarded";
  readonly effectiveFrom: string | null;
};

/**
 * Where a version stands on a day: a published one is in effect, is yet to come, or has given way to (`replaced`) one that took effect
 * after it, of several on one day to the one with the highest number.
 */
export type VersionStanding = "draft" | "proposed" | "discarded" | "coming" | "in_effect" | "replaced";

/** `versions`: all of the same program. */
export function versionStanding(version: Version, versions: readonly Version[], on: string): VersionStanding {
  if (version.status !== "published") return version.status;
  const from = version.effectiveFrom ?? "";
  if (from > on)
    return versions.some((other) => isPublished(other) && other.effectiveFrom === from && isAfter(other, version)) ? "replaced" : "coming";
  return versionInEffect(versions, on)?.version === version.version ? "in_effect" : "replaced";
}

/** Undefined while none is in effect. `versions`: all of the same program. */
export function versionInEffect<V extends Version>(versions: readonly V[], on: string): V | undefined {
  const begun = versions.filter((version) => isPublished(version) && (version.effectiveFrom ?? "") <= on);
  return begun.reduce<V | undefined>((last, version) => (last === undefined || isAfter(version, last) ? version : last), undefined);
}

function isPublished({ status }: Version): boolean {
  return status === "published";
}

/** Whether a published version takes the place of another one. */
function isAfter(version: Version, other: Version): boolean {
  const [from, before] = [version.effectiveFrom ?? "", other.effectiveFrom ?? ""];
  return from > before || (from === before && version.version > other.version);
}
